import { refuse, type DateOnly } from '@yoriai/platform';

/** 食べもの · 物販 · 展示 · 団体の紹介. */
export const STALL_KINDS = ['food', 'goods', 'display', 'group'] as const;
export type StallKind = (typeof STALL_KINDS)[number];

/** `applied` 返事待ち, `accepted` 出店が決定, `declined` お断り, `withdrawn` 取り下げ. Only an accepted one has a plot. */
export const STALL_STATES = ['applied', 'accepted', 'declined', 'withdrawn'] as const;
export type StallState = (typeof STALL_STATES)[number];

/** ガスこんろ · 炭 · 発電機 · 電気の器具 · ホットプレート · ポップコーン機 · わたがし機. */
export const APPLIANCES = ['gas', 'charcoal', 'generator', 'electric', 'hotPlate', 'popcorn', 'candyFloss'] as const;
export type Appliance = (typeof APPLIANCES)[number];
export type Appliances = Partial<Record<Appliance, number>>;

/** 住民・学校など (the organiser hands in one 臨時出店届 for all of them) · 営業許可のある店. */
export const FOOD_BY = ['residents', 'business'] as const;
export type FoodBy = (typeof FOOD_BY)[number];

/** What the fire office asks no extinguisher for (domain.md §2.3). */
const WITHOUT_EXTINGUISHER: ReadonlySet<Appliance> = new Set(['hotPlate', 'popcorn', 'candyFloss']);

/** Extinguishers that a stall has to have: one for each appliance, but those without a fire. */
export function extinguishersOf(appliances: Appliances): number {
  return APPLIANCES.reduce((sum, each) => sum + (WITHOUT_EXTINGUISHER.has(each) ? 0 : (appliances[each] ?? 0)), 0);
}

/** What a stall brings along or borrows. */
export interface StallNeeds {
  appliances: Appliances;
  tents: number;
  tables: number;
  chairs: number;
  watts: number;
}

/** What all stalls need together, by the pieces: for whoever borrows the tents. */
export interface Equipment {
  tents: number;
  tables: number;
  chairs: number;
  watts: number;
  generators: number;
  extinguishers: number;
}

/** Adds up what stalls need. */
export function equipmentOf(stalls: readonly StallNeeds[]): Equipment {
  const sum = (count: (stall: StallNeeds) => number): number => stalls.reduce((total, stall) => total + count(stall), 0);
  return {
    tents: sum(({ tents }) => tents),
    tables: sum(({ tables }) => tables),
    chairs: sum(({ chairs }) => chairs),
    watts: sum(({ watts }) => watts),
    generators: sum(({ appliances }) => appliances.generator ?? 0),
    extinguishers: sum(({ appliances }) => extinguishersOf(appliances)),
  };
}

/** What has to be known to say whether stalls can apply; days in Japan. */
export interface StallCallFacts {
  state: string;
  startsAt: string | null;
  call: { opensOn: DateOnly | null; closesOn: DateOnly | null } | null;
}

/** Whether a stall can apply, or why not: `stall.none`, `application.event-cancelled`, `stall.not-open-yet`, `stall.closed`. The last day counts. */
export function stallVerdict({ state, startsAt, call }: StallCallFacts, now: { today: DateOnly; at: Date }): true | string {
  if (call === null) return 'stall.none';
  if (state === 'cancelled') return 'application.event-cancelled';
  const begun = startsAt !== null && new Date(startsAt) <= now.at;
  if (state !== 'published' || begun || call.closesOn === null || now.today > call.closesOn) return 'stall.closed';
  return call.opensOn !== null && now.today < call.opensOn ? 'stall.not-open-yet' : true;
}

/** Stalls of one event that one contact can have, or wait for. */
export const MOST_OF_ONE_CONTACT = 3;

/** Refuses `stall.kind-not-asked` (422). */
export function insistOnKind(kinds: readonly StallKind[], kind: StallKind): void {
  const code = 'stall.kind-not-asked';
  if (!kinds.includes(kind)) refuse(code, { status: 422, fields: [{ field: 'kind', code }] });
}
