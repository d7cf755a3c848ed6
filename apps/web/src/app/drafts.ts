/**
 * What was typed and not sent yet, kept in this tab: it outlives a broken connection, a reload and
 * signing in again, and goes when the tab goes, when somebody signs out and when somebody else
 * signs in, as shared computers want it.
 */

const PREFIX = 'yoriai-draft:';
/** Takes over where the browser keeps nothing; lives as long as the page. */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();
let owner = '';

const keyOf = (name: string): string => `${PREFIX}${owner}:${name}`;
const changed = (): void => listeners.forEach((listener) => listener());

/** Does something with the browser's store; a forbidden or full one answers `otherwise`. */
function withStore<T>(work: (store: Storage) => T, otherwise: T): T {
  try {
    return work(globalThis.sessionStorage);
  } catch {
    return otherwise;
  }
}

function allKeys(): string[] {
  const stored = withStore((store) => Array.from({ length: store.length }, (_, index) => store.key(index) ?? ''), []);
  return [...new Set([...stored.filter((key) => key.startsWith(PREFIX)), ...memory.keys()])];
}

function forget(key: string): void {
  memory.delete(key);
  withStore((store) => store.removeItem(key), undefined);
}

/** From now on drafts are this person's; what somebody else left in this tab goes. */
export function ownDrafts(personId: string): void {
  if (owner === personId) return;
  owner = personId;
  for (const key of allKeys()) if (!key.startsWith(keyOf(''))) forget(key);
  changed();
}

/** Drops every draft: somebody signs out. */
export function dropAllDrafts(): void {
  allKeys().forEach(forget);
  changed();
}

/** Keeps a draft; a full or forbidden store is no reason to stop somebody typing. */
export function keepDraft(name: string, value: unknown): void {
  const [key, text] = [keyOf(name), JSON.stringify(value)];
  const kept = withStore((store) => {
    store.setItem(key, text);
    return true;
  }, false);
  if (kept) memory.delete(key);
  else memory.set(key, text);
  changed();
}

/** The draft of that name, if there is one that can be read. */
export function readDraft<T>(name: string): T | undefined {
  const key = keyOf(name);
  const text = memory.get(key) ?? withStore((store) => store.getItem(key), null);
  try {
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Drops the draft once it is saved. */
export function dropDraft(name: string): void {
  forget(keyOf(name));
  changed();
}

/** The names of this person's drafts that begin like this, in order. */
export function draftNames(start = ''): string[] {
  const own = keyOf('');
  return allKeys()
    .filter((key) => key.startsWith(own + start))
    .map((key) => key.slice(own.length))
    .sort();
}

/** How many drafts wait here. */
export function countDrafts(): number {
  return draftNames().length;
}

/** Tells when drafts come and go. */
export function subscribeDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
