import type { DateOnly } from '@yoriai/platform';

/** Programmes that people begin at a place of their own, as the templates of the App are called: いきいき百歳体操 · ふれあいサロン · にっしー広場. */
export const START_PROGRAMMES = ['exercise', 'salon', 'playground'] as const;
export type StartProgramme = (typeof START_PROGRAMMES)[number];

/** What such an event is called, however its host goes on. */
const NAMES: readonly (readonly [StartProgramme, string])[] = [
  ['exercise', '百歳体操'],
  ['salon', 'ふれあいサロン'],
  ['playground', 'にっしー広場'],
];

/** Which of the programmes an event is, by its title; null: none that one can ask for. */
export function programmeOf(title: string): StartProgramme | null {
  const words = title.normalize('NFKC').replace('100歳', '百歳');
  return NAMES.find(([, name]) => words.includes(name))?.[0] ?? null;
}

/** `waiting` 返事待ち, `talking` 相談中, `accepted` はじめる, `declined` 見送り, `withdrawn` 取り下げ. */
export const START_STATES = ['waiting', 'talking', 'accepted', 'declined', 'withdrawn'] as const;
export type StartState = (typeof START_STATES)[number];

/** 午前 · 午後 · 夕方 · いつでも. */
export const START_HOURS = ['morning', 'afternoon', 'evening', 'any'] as const;
export type StartHours = (typeof START_HOURS)[number];

/** From where a request may come into a state. What was turned down or taken back stays so: who still wants to asks anew. */
const FROM: Readonly<Record<Exclude<StartState, 'waiting'>, readonly StartState[]>> = {
  talking: ['waiting'],
  accepted: ['waiting', 'talking'],
  declined: ['waiting', 'talking', 'accepted'],
  withdrawn: ['waiting', 'talking', 'accepted'],
};

/** A request as far as it can be moved. */
export interface StartStanding {
  state: StartState;
  /** The series that came of it. */
  eventId: string | null;
  /** Since when nobody knows who asked: nobody could hear of it any more. */
  forgottenAt: Date | null;
}

/** Whether it may come into that state, or why not: `start.is-…`, `start.begun`, `start.forgotten`. */
export function startVerdict({ state, eventId, forgottenAt }: StartStanding, to: Exclude<StartState, 'waiting'>): true | string {
  if (eventId !== null) return 'start.begun';
  if (forgottenAt !== null) return 'start.forgotten';
  return FROM[to].includes(state) ? true : `start.is-${state}`;
}

/** Whether its series can be begun, or why not: `start.is-…`, `start.begun`, `start.forgotten`. */
export function beginVerdict({ state, eventId, forgottenAt }: StartStanding): true | string {
  if (eventId !== null) return 'start.begun';
  if (forgottenAt !== null) return 'start.forgotten';
  return state === 'accepted' ? true : `start.is-${state}`;
}

/** Answered, without an address, and not telephoned: somebody has to call. While they talk with each other nobody has to, and once it is forgotten nobody can. */
export function isToCall({ state, contactEmail, calledAt, forgottenAt }: { state: StartState; contactEmail: string | null; calledAt: Date | null; forgottenAt: Date | null }): boolean {
  return forgottenAt === null && (state === 'accepted' || state === 'declined') && contactEmail === null && calledAt === null;
}

/** Requests of one contact that may be open at a time, asked without a login. */
export const MOST_STARTS_OF_ONE_CONTACT = 3;

/** Requests of one contact in 24 hours, also those taken back: each is confirmed by mail, to whomever its address belongs. */
export const MOST_STARTS_A_DAY = 5;

/** Whether a contact that stands behind so many may ask once more, or why not: `start.enough`, `start.too-often`. */
export function askVerdict(held: { open: number; today: number }): true | string {
  if (held.open >= MOST_STARTS_OF_ONE_CONTACT) return 'start.enough';
  return held.today < MOST_STARTS_A_DAY ? true : 'start.too-often';
}

/** Days for which a series may be prepared; then what was never begun, or never answered, is forgotten like what ended. */
export const PREPARING_DAYS = 180;

/** The day of a week that suits first, two weeks ahead or later: time to prepare it. `weekdays`: 0 = Sunday; none: any. */
export function firstDayOf(today: DateOnly, weekdays: readonly number[]): DateOnly {
  const day = (ahead: number): Date => new Date(Date.parse(`${today}T00:00:00Z`) + ahead * 24 * 60 * 60 * 1000);
  const ahead = [14, 15, 16, 17, 18, 19, 20].find((each) => weekdays.length === 0 || weekdays.includes(day(each).getUTCDay())) ?? 14;
  return day(ahead).toISOString().slice(0, 10);
}
