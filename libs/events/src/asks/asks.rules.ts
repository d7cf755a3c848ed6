import type { DateOnly, FieldError } from '@yoriai/platform';
import { OLDEST, SCHOOL_YEARS, isWithin, type Ages } from './ages.rules.js';
import { GROWN_UP, type GuardianRefusalCode } from '../consent/consent.rules.js';
import type { PhotosRefusalCode } from './photos.rules.js';
import { answersVerdict, questionContradictions, type AnswerRefusalCode, type Answers, type AnswersSaid, type Need, type Question } from './questions.rules.js';

/** So many days after an event nobody needs to know any more how old who was, what they needed, and what they said about pictures: then it is forgotten. */
export const KEPT_DAYS = 30;
/** Who was hurt at an event is known for a year after it, for insurance and the host's next time. */
export const INCIDENT_KEPT_DAYS = 365;

/** What the host of a frame asks those who apply, besides who they are. */
export interface Asks {
  ages: Ages | null;
  questions: Question[];
  needs: Need[];
  /** Has a guardian to say yes for who is under eighteen? docs/adr/0044. */
  guardian: boolean;
  /** 写真をのせてよいか聞く: may pictures of those who come be shown? */
  photos: boolean;
  /** From the closing on the host counts for certain: then a ticket changes neither the number nor the names. */
  fixed: boolean;
  /** 1 adult on the duties for so many who come; null: the host states none. Nothing is refused by it. */
  perAdult: number | null;
}

/** Nothing: what is asked as long as the host says nothing. */
export const NO_ASKS: Asks = { ages: null, questions: [], needs: [], guardian: false, photos: false, fixed: false, perAdult: null };

/** What a frame asks; contents older than a question do not ask it. */
export const asksOf = ({ asks }: { asks?: Partial<Asks> | undefined }): Asks => ({ ...NO_ASKS, ...asks });

/** What somebody wrote because it was asked. */
export interface Said extends AnswersSaid {
  born?: DateOnly | null | undefined;
  companions?: readonly { born?: DateOnly | null | undefined }[] | null | undefined;
}

/** What is kept, read again as it was said. */
export const saidOf = (answers: Answers | null): AnswersSaid => (answers === null ? {} : { needs: answers.needs, needsText: answers.needsText, answers: answers.given });

/** A refusal and the box it is about. */
export interface AskRefusal {
  code: AnswerRefusalCode | GuardianRefusalCode | PhotosRefusalCode | 'application.born-needed' | 'application.born-not-asked' | 'application.born-after' | 'application.age-outside';
  field: string;
}

/** Was everything answered that is asked of each who comes, and nothing else; and may they come? The day is that of the event. */
export function saidVerdict(asks: Asks, day: DateOnly | null, { born, companions, ...said }: Said): true | AskRefusal {
  const members = [{ born, field: 'born' }, ...(companions ?? []).map((each, index) => ({ born: each.born, field: `companions.${index}.born` }))];
  for (const { born: date, field } of members) {
    const verdict = bornVerdict(asks, day, date, field);
    if (verdict !== true) return verdict;
  }
  return answersVerdict(asks, said);
}

/** Was the birth date of one who comes said where it is asked, and nowhere else; and may they come? */
export function bornVerdict({ ages }: Pick<Asks, 'ages'>, day: DateOnly | null, date: DateOnly | null | undefined, field: string): true | AskRefusal {
  if (ages === null) return date ? { code: 'application.born-not-asked', field } : true;
  if (day === null) return true;
  if (!date) return { code: 'application.born-needed', field };
  if (date > day) return { code: 'application.born-after', field };
  return isWithin(ages, date, day) ? true : { code: 'application.age-outside', field };
}

/** What can't be asked. `at` is where the frame stands among the fields. */
export function askContradictions(asks: Asks, frame: { companions?: string | undefined; perApplicationMax: number }, at: string): FieldError[] {
  const grownUps = asks.ages?.by === 'age' && (asks.ages.from ?? 0) >= GROWN_UP;
  const nobodys: FieldError[] = asks.guardian && grownUps ? [{ field: `${at}.asks.guardian`, code: 'event.guardian-of-nobody' }] : [];
  return [...questionContradictions(asks.questions, at), ...ageContradictions(asks.ages, frame, at), ...nobodys];
}

function ageContradictions(ages: Ages | null, frame: { companions?: string | undefined; perApplicationMax: number }, at: string): FieldError[] {
  if (ages === null) return [];
  const [least, most] = ages.by === 'age' ? [0, OLDEST] : [SCHOOL_YEARS.first, SCHOOL_YEARS.last];
  const ends = ([['from', ages.from], ['to', ages.to]] as const).flatMap(([end, value]): FieldError[] =>
    value !== null && (value < least || value > most) ? [{ field: `${at}.asks.ages.${end}`, code: 'event.ages-range' }] : [],
  );
  const empty: FieldError[] = ages.from === null && ages.to === null ? [{ field: `${at}.asks.ages.from`, code: 'event.ages-range' }] : [];
  const order: FieldError[] = (ages.from ?? least) > (ages.to ?? most) ? [{ field: `${at}.asks.ages.to`, code: 'event.ages-order' }] : [];
  // Each who comes is one of them, so each is asked.
  const names: FieldError[] = frame.perApplicationMax > 1 && frame.companions !== 'names' ? [{ field: `${at}.companions`, code: 'event.ages-need-names' }] : [];
  return [...ends, ...empty, ...order, ...names];
}
