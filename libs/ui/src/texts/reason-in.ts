import { withoutReadings } from '../page/readings.js';
import { translator } from './index.js';
import { LANGS, type Translate } from './translate.js';

/** The sentences that are offered for a decision about the day, by what it is for. */
const OFFERED = ['app.decide.template.rain', 'app.decide.template.wind', 'app.decide.template.heat', 'app.decide.template.warning'] as const;

/** As it stands among the texts, or without its readings, as it stands in a box. */
const isSame = (text: string, reason: string): boolean => text === reason || withoutReadings(text) === reason;

/** Why something was decided, for who reads it: a sentence that was offered, in whichever language it was chosen, in theirs; the host's own words as they are. */
export function reasonIn(t: Translate, reason: string): string {
  const offered = OFFERED.find((key) => LANGS.some((lang) => isSame(translator(lang)(key), reason.trim())));
  return offered === undefined ? reason : t(offered);
}
