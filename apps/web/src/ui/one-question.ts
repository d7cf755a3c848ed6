import { useId, useSyncExternalStore } from 'react';

/** Which question stands open on the screen. */
let open: string | null = null;
const listeners = new Set<() => void>();

function set(id: string | null): void {
  open = id;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** A question that stands open alone: when another is asked this one is closed, since two with two 「やめておく」 are mixed up. */
export function useOneQuestion(): { readonly asked: boolean; readonly ask: () => void; readonly close: () => void } {
  const id = useId();
  const now = useSyncExternalStore(subscribe, () => open, () => null);
  return { asked: now === id, ask: () => set(id), close: () => set(null) };
}
