import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { countDrafts, draftNames, dropAllDrafts, dropDraft, keepDraft, ownDrafts, readDraft } from './drafts.js';

/** A store of a browser; `blocked` is one that the person or the ward has forbidden. */
function aStore({ blocked = false, full = false } = {}) {
  const kept = new Map<string, string>();
  const store = {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, text: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => {
      if (blocked) throw new DOMException('forbidden', 'SecurityError');
      return store;
    },
  });
  return kept;
}

describe('drafts in this tab', () => {
  beforeEach(() => ownDrafts('sato'));
  afterEach(() => {
    dropAllDrafts();
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });

  it('are kept under the name of the person', () => {
    const kept = aStore();
    keepDraft('event/1/what', { title: 'コンサート' });
    expect(readDraft('event/1/what')).toEqual({ title: 'コンサート' });
    expect([...kept.keys()]).toEqual(['yoriai-draft:sato:event/1/what']);
    expect(draftNames('event/1/')).toEqual(['event/1/what']);
    dropDraft('event/1/what');
    expect(kept.size).toBe(0);
  });

  it('go when somebody else signs in at the same computer', () => {
    const kept = aStore();
    keepDraft('event/1/proxy', { name: '山田 花子' });
    ownDrafts('kitamura');
    expect(readDraft('event/1/proxy')).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it('all go when somebody signs out, and nothing else in the store does', () => {
    const kept = aStore();
    keepDraft('event/1/proxy', { name: '山田 花子' });
    kept.set('something-else', 'stays');
    dropAllDrafts();
    expect([...kept.keys()]).toEqual(['something-else']);
  });

  it.each([{ blocked: true }, { full: true }])('stop nobody from typing where the store says no: %o', (how) => {
    aStore(how);
    keepDraft('event/1/what', 'text');
    expect(countDrafts()).toBe(1);
    expect(readDraft('event/1/what')).toBe('text');
    dropDraft('event/1/what');
    expect(countDrafts()).toBe(0);
  });
});
