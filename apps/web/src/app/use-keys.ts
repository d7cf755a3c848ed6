import { useEffect } from 'react';
import { goToRegion } from './regions.js';

/** Where Ctrl+K deletes to the end of a line, ⌘K finds. */
const isMac = (): boolean => /^(Mac|iP)/.test(navigator.platform);

/** What a press of keys asks for, on a Mac or elsewhere; no single letters, which speech input types (WCAG 2.1.4), and nothing while somebody composes kanji. */
export function wishOf({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>, mac: boolean): 'find' | 'on' | 'back' | null {
  if (isComposing || altKey) return null;
  if (key === 'F6' && !ctrlKey && !metaKey) return shiftKey ? 'back' : 'on';
  return key.toLowerCase() === 'k' && metaKey === mac && ctrlKey !== mac && !shiftKey ? 'find' : null;
}

/** F6 and Shift+F6 go from one part of the page to the next, Ctrl+K (⌘K on a Mac) finds. */
export function useKeys(onFind: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const wish = wishOf(event, isMac());
      if (wish === null) return;
      if (wish === 'find') onFind();
      else if (document.querySelector('dialog[open]') !== null || !goToRegion(wish === 'back')) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onFind]);
}
