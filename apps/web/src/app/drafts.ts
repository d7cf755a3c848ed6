/**
 * What was typed and not sent yet, kept in this tab: it outlives a broken connection, a reload and
 * signing in again, and goes when the tab goes, as shared computers want it.
 */

const PREFIX = 'yoriai-draft:';
const listeners = new Set<() => void>();
const changed = (): void => listeners.forEach((listener) => listener());

/** Keeps a draft; a full or forbidden store is no reason to stop somebody typing. */
export function keepDraft(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  changed();
}

/** The draft of that name, if there is one that can be read. */
export function readDraft<T>(name: string): T | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + name);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return undefined;
    throw error;
  }
}

/** Drops the draft once it is saved. */
export function dropDraft(name: string): void {
  sessionStorage.removeItem(PREFIX + name);
  changed();
}

/** How many drafts wait here. */
export function countDrafts(): number {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).length;
}

/** Tells when drafts come and go. */
export function subscribeDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
