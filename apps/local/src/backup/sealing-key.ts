import { keyId } from '@yoriai/platform';

const SHORTEST = 32;

/**
 * The names of the keys in `SEALING_KEY`. Throws for one that no process would begin with, as the settings do: the step that seals an older
 * backup would refuse it too, but only once the database is full.
 */
export function keyIdsFrom(setting: string | undefined): string[] {
  const keys = (setting ?? '').split(',').map((key) => key.trim()).filter(Boolean);
  if (keys.some((key) => key.length < SHORTEST)) {
    throw new Error(`SEALING_KEY: 鍵は${SHORTEST}文字以上です。api と worker と同じものを入れてください。A key has at least ${SHORTEST} characters: give the one that api and worker have. Nothing was touched.`);
  }
  return keys.map(keyId);
}
