import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until something has come true and answers it; asks again and again, gently, because the processes under
 * test share the machine. Throws with `what` (words, or what finds them) when it has not happened after so many milliseconds.
 */
export async function until<T>(what: string | (() => string | Promise<string>), ask: () => Promise<T | false | undefined | null> | T | false | undefined | null, ms = 30_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined && answer !== null) return answer;
    if (performance.now() > end) throw new Error(`Not within ${ms / 1000} s: ${typeof what === 'string' ? what : await what()}`);
    await pause(20);
  }
}
