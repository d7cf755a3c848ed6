import { searchKey } from '@yoriai/identity';
import { atJst, jstDate, type DateOnly } from '@yoriai/platform';
import { yearsOld } from '../asks/ages.rules.js';
import { asksOf, bornVerdict, type Asks } from '../asks/asks.rules.js';
import { GROWN_UP, type Consent } from '../consent/consent.rules.js';
import type { EventState } from '../event/event.rules.js';
import type { Companions, FrameMethod } from '../frame/frame.entity.js';
import type { ApplicationStatus, Companion } from '../application/application.entity.js';
import type { ComersRefusal } from '../application/comers.rules.js';
import { headsVerdict, isActive, namesVerdict, type Verdict } from '../application/application.rules.js';

/** Who changes an application: whoever holds its ticket, or a leader of the event who heard it from them. */
export type AmendedBy = 'ticket' | 'host';

/** What decides whether anything of an application may become another. */
export interface AmendFacts {
  /** As its holder knows it: an answer of the host that was not told yet is none. */
  told: ApplicationStatus;
  state: EventState;
  startsAt: Date | null;
  endsAt: Date | null;
  receivedAt: Date | null;
}

/** May it be changed now at all? By ticket until the day of the event begins; by the host until it is over. */
export function amendVerdict({ told, state, startsAt, endsAt, receivedAt }: AmendFacts, by: AmendedBy, now: Date): Verdict {
  if (!isActive(told)) return 'application.already-cancelled';
  if (state !== 'published' || (endsAt !== null && now >= endsAt)) return 'application.event-over';
  if (receivedAt !== null) return 'application.received';
  return by === 'ticket' && startsAt !== null && jstDate(now) >= jstDate(startsAt) ? 'application.amend-day' : true;
}

/** An application's status as its holder knows it: of an answer that was not told yet there is none. */
export const statusTold = ({ status, untold_since: untoldSince }: Pick<RowToAmend, 'status' | 'untold_since'>): ApplicationStatus => (untoldSince === null ? status : 'applied');

/** What decides about an application, of its row. */
export function amendFactsOf(row: Omit<RowToAmend, 'part_of' | 'asks'>): AmendFacts {
  const { state, starts_at: startsAt, ends_at: endsAt, received_at: receivedAt } = row;
  return { told: statusTold(row), state, startsAt, endsAt, receivedAt };
}

/** What decides whether the number of those who come, or who they are, may become another. */
export interface GroupFacts extends AmendFacts {
  partOf: string | null;
  method: FrameMethod;
  drawnAt: Date | null;
  closesAt: Date | null;
  /** The host counts for certain from the closing on (`asks.fixed`). */
  fixed: boolean;
  /** Each head has an entry number of its own in a contest. */
  numbered: boolean;
}

/** What decides about an application's group. */
export function groupFactsOf(row: RowToAmend, { method, drawnAt, closesAt, numbered }: Pick<GroupFacts, 'method' | 'drawnAt' | 'closesAt' | 'numbered'>): GroupFacts {
  return { ...amendFactsOf(row), partOf: row.part_of, method, drawnAt, closesAt, fixed: asksOf(row).fixed, numbered };
}

/** What a row of an application says about changes. */
interface RowToAmend {
  status: ApplicationStatus;
  untold_since: Date | null;
  state: EventState;
  starts_at: Date | null;
  ends_at: Date | null;
  received_at: Date | null;
  part_of: string | null;
  asks: Partial<Asks>;
}

/** May those who come be fewer or others? */
export function groupVerdict(facts: GroupFacts, by: AmendedBy, now: Date): Verdict {
  const anything = amendVerdict(facts, by, now);
  if (anything !== true) return anything;
  if (facts.told === 'offered') return 'application.amend-offered';
  if (facts.partOf !== null) return 'application.amend-part';
  if (facts.numbered) return 'application.amend-numbered';
  return by === 'ticket' && facts.fixed && facts.closesAt !== null && now >= facts.closesAt ? 'application.amend-closed' : true;
}

/** May there be more of them, as far as free places do not decide it? Places that were drawn or given by the host are so many; who waits takes no longer place in the queue. */
export function moreVerdict({ told, method, drawnAt }: Pick<GroupFacts, 'told' | 'method' | 'drawnAt'>, by: AmendedBy): Verdict {
  if (told === 'waitlisted') return 'application.amend-waiting';
  if (by === 'host') return true;
  if (method === 'chosen') return 'application.amend-chosen';
  return method === 'lottery' && drawnAt !== null ? 'application.amend-drawn' : true;
}

/** Somebody who comes along, as the change says: one who stood there (`at`), or another. */
export interface CompanionSaid {
  at?: number | undefined;
  name: string;
  kana: string;
  born?: DateOnly | undefined;
}

/** Those who come, as they would be, and which of them are not who came before. */
export interface Group {
  heads: number;
  companions: Companion[] | null;
  added: { companion: Companion | null; field: string }[];
}

const isSamePerson = (one: { name: string }, other: { name: string }): boolean => searchKey(one.name) === searchKey(other.name);

/** Reads the change: who stood there keeps the birth date that was said, unless the name became another's. */
export function groupOf(before: { heads: number; companions: readonly Companion[] | null }, asked: Companions, said: { heads: number; companions?: readonly CompanionSaid[] | null | undefined }): Group {
  if (asked === 'number') {
    const more = Math.max(0, said.heads - before.heads);
    return { heads: said.heads, companions: null, added: Array.from({ length: more }, () => ({ companion: null, field: 'heads' })) };
  }
  const named = said.companions ?? [];
  const read = named.map(({ at, name, kana, born }, index) => {
    // Nobody stands there twice.
    const stood = at === undefined || named.findIndex((each) => each.at === at) < index ? undefined : before.companions?.[at];
    const same = stood !== undefined && isSamePerson(stood, { name });
    const date = born ?? (same ? stood.born : undefined);
    return { companion: { name, kana, ...(date !== undefined && { born: date }) }, same: same && (born === undefined || born === stood.born) };
  });
  const added = read.flatMap(({ companion, same }, index) => (same ? [] : [{ companion, field: `companions.${index}` }]));
  return { heads: said.heads, companions: read.length === 0 ? null : read.map(({ companion }) => companion), added };
}

/** All of an application that can become another, as its forms show it: what stands for it in a form is signed (`TicketCodes.read`), since a ticket shows of a contact only a part. */
export function readWords({ id, heads, companions, group_name: group, contact_phone: phone, contact_email: email }: RowToRead, { name, kana }: { name: string; kana: string }): string {
  return JSON.stringify([id, heads, (companions ?? []).map((each) => [each.name, each.kana, each.born]), group, phone, email, name, kana]);
}

/** What of a row a form for changes shows. */
export interface RowToRead {
  id: string;
  heads: number;
  companions: readonly Companion[] | null;
  group_name: string | null;
  contact_phone: string | null;
  contact_email: string | null;
}

/** What the frame says about those who come, and what a guardian said of them. */
export interface Asking {
  capacity: number | null;
  perApplicationMax: number;
  companions: Companions;
  asks: Asks;
  day: DateOnly | null;
  /** How many they were. */
  before: number;
  /** How many others of the same group apply beside them, where it was parted. */
  besides: number;
  consent: Consent;
  /** The guardian who has to say yes, where somebody has; beside the holder where they are somebody else, also once they were erased. */
  guardian: { beside: boolean } | null;
  /** The holder says that everybody who is added is grown up. */
  adults: boolean;
}

/** May these come? Who came before is not judged again: what they said stands, and as many as they were may stay, also where the host asks otherwise since. */
export function comersAgain({ heads, companions, added }: Group, asking: Asking): true | ComersRefusal {
  const { asks, day } = asking;
  const size = heads > asking.before ? headsVerdict(asking, heads + asking.besides) : true;
  if (size !== true) return { code: size, field: 'heads' };
  const names = namesVerdict(asking.companions, heads, companions ?? []);
  if (names !== true) return { code: names, field: 'companions' };
  for (const { companion, field } of added) {
    const born = companion === null ? true : bornVerdict(asks, day, companion.born, `${field}.born`);
    if (born !== true) return born;
  }
  return guardianAgain(added, asking);
}

/** Nobody under eighteen is added past a guardian: where one said yes to the others, or nobody was asked, who is added applies alone. */
function guardianAgain(added: Group['added'], { asks, day, consent, guardian, adults }: Asking): true | ComersRefusal {
  const [first] = added;
  if (!asks.guardian || first === undefined) return true;
  // Who holds the ticket is the guardian, or the guardian reads the names before they say yes.
  if (guardian !== null) return guardian.beside && consent === 'given' ? { code: 'application.amend-guardian', field: first.field } : true;
  const minor = added.find(({ companion }) => companion?.born !== undefined && day !== null && yearsOld(companion.born, day) < GROWN_UP);
  if (minor !== undefined) return { code: 'application.amend-guardian', field: `${minor.field}.born` };
  return adults || asks.ages !== null ? true : { code: 'application.amend-adults', field: 'adults' };
}

/** So many changes a day by one ticket: each is a letter. */
export const MOST_AMENDMENTS_A_DAY = 10;
/** So many new addresses may be asked for one application in all: then somebody has to telephone. */
export const MOST_EMAIL_CHANGES = 5;

const LINK_HOURS = 72;

/** Until when the link to a new address confirms it: not on the day of the event, when nothing changes by ticket any more. */
export function linkEnds(askedAt: Date, startsAt: Date | null): Date {
  const end = new Date(askedAt.getTime() + LINK_HOURS * 60 * 60 * 1000);
  const day = startsAt && atJst(jstDate(startsAt), '00:00');
  return day !== null && day < end ? day : end;
}
