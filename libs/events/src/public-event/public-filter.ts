import { searchWays } from '../revision/readings.rules.js';
import { gramsOf, searchPatterns } from '../revision/search.rules.js';
import { audiencePattern, audiencesFor, FREE_OF_CHARGE, GROWN_UPS_ALONE, isForTheYoung, type Audience } from './audience.rules.js';

/** Which public events, by facts of the approved revision and by the places of this moment. */
export interface PublicFilter {
  now: Date;
  /** Events still running at this instant, and later ones. */
  from: Date;
  /** The first instant that is not meant any more. */
  to: Date | null;
  /** What is over by now, the latest first, in place of what comes. */
  past: boolean;
  areaId: string | null;
  organisationId: string | null;
  field: string | null;
  initiative: string | null;
  audience: Audience | null;
  /** Somebody can come: a place is free and can be applied for now, or none is needed. */
  free: boolean;
  /** Costs nothing. */
  gratis: boolean;
  /** Every date of a series by itself, or of each only the next one that is found. */
  eachDate: boolean;
  /** Words in the form in which they are searched; null: no search. */
  words: readonly string[] | null;
}

/** What ended longer ago than a month is too much to be read text by text. */
const READABLE_MS = 31 * 24 * 60 * 60 * 1000;

/** Where a value stands in a statement, once it is put behind the others. */
const givenTo =
  (values: unknown[]) =>
  (value: unknown): string =>
    `$${values.push(value)}`;

/** Frames that people apply for; a volunteer's place is a shift, an open frame needs no application. */
const COUNTED = `select from events.frame frame where frame.event_id = event.id and frame.kind <> 'volunteer' and frame.method <> 'open'`;
const somebodyCanCome = (now: string): string => `event.state = 'published' and (not exists (${COUNTED}) or exists (${COUNTED}
  and frame.waiting = 0 and (frame.capacity is null or frame.places_taken < frame.capacity)
  and not (frame.counted and exists (select from events.shared_places shared where shared.event_id = event.id and shared.places_taken >= shared.places))
  and coalesce(frame.opens_at, ${now}) <= ${now} and least(coalesce(frame.closes_at, event.starts_at), event.starts_at) > ${now}))`;

/** No other date of the series is as good and sooner. */
const nextOfItsSeries = (from: string): string => `(event.series_id is null or not exists (select from events.event sooner
  where sooner.series_id = event.series_id and sooner.state = 'published' and sooner.visibility is null and sooner.ends_at > ${from} and sooner.starts_at < event.starts_at))`;

/** Its host, or one who holds it together with the host; of a series, all its dates. */
const heldBy = (organisation: string): string => `(event.organisation_id = ${organisation} or event.id = any(array(
  select co.event_id from events.co_host co where co.organisation_id = ${organisation} and co.state = 'accepted'
  union select sibling.id from events.co_host co join events.event held on held.id = co.event_id join events.event sibling on sibling.series_id = held.series_id
  where co.organisation_id = ${organisation} and co.state = 'accepted')))`;

/** The letters of each word are asked of the index: of words that are written in one way all at once, of any other for each way. */
function indexed(words: readonly (readonly string[])[], given: (value: unknown) => string): string[] {
  const plain = words.flatMap((ways) => (ways.length === 1 ? ways : []));
  const has = (ways: readonly string[]): string => `events.search_grams(revision.search_text) @> ${given(gramsOf(ways))}::text[]`;
  const several = words.filter((ways) => ways.length > 1).map((ways) => `(${ways.map((way) => has([way])).join(' or ')})`);
  return plain.length === 0 ? several : [has(plain), ...several];
}

/** Every word stands in the text, in any of its ways. */
function said(words: readonly (readonly string[])[], given: (value: unknown) => string): string[] {
  const plain = words.flatMap((ways) => (ways.length === 1 ? ways : []));
  const like = (how: 'all' | 'any', ways: readonly string[]): string => `revision.search_text like ${how} (${given(searchPatterns(ways))}::text[])`;
  const several = words.filter((ways) => ways.length > 1).map((ways) => like('any', ways));
  return plain.length === 0 ? several : [like('all', plain), ...several];
}

/** What is looked through: events with the revision that everybody reads. */
const FOUND = `from events.event event
  join events.event_revision revision on revision.event_id = event.id and revision.number = event.public_revision`;

/**
 * The conditions of a wish, and their values in order, behind those that stand already. The columns of the live row may be used to find an event: what
 * was approved can't differ from them. What is shown comes from the revision alone.
 */
function conditionsOf(filter: PublicFilter, values: unknown[] = []): { where: string; values: unknown[] } {
  const given = givenTo(values);
  const { areaId, organisationId, field, initiative, audience, words } = filter;
  const conditions = ['event.public_revision is not null', 'event.visibility is null', `event.ends_at > ${given(filter.from)}`];
  if (filter.past) conditions.push(`event.ends_at <= ${given(filter.now)}`);
  if (filter.to) conditions.push(`event.starts_at < ${given(filter.to)}`);
  if (areaId) conditions.push(`event.area_id = ${given(areaId)}`);
  if (organisationId) conditions.push(heldBy(given(organisationId)));
  if (field) conditions.push(`event.field = ${given(field)}`);
  if (initiative) conditions.push(`event.initiative = ${given(initiative)}`);
  if (audience) {
    const byField = audience === 'children' ? ` or (event.field = 'kodomo' and coalesce(event.audience_text, '') !~ ${given(GROWN_UPS_ALONE)})` : '';
    const told = `event.audience_text ~ ${given(audiencePattern(audience))}${byField}`;
    const meets = isForTheYoung(audience) ? `event.category is distinct from 'meeting' and ` : '';
    conditions.push(`(event.audience = any(${given(audiencesFor(audience))}::text[]) or (event.audience is null and ${meets}(${told})))`);
  }
  if (!filter.eachDate) conditions.push(nextOfItsSeries(given(filter.from)));
  if (filter.free) conditions.push(somebodyCanCome(`${given(filter.now)}::timestamptz`));
  if (filter.gratis) conditions.push(`event.fee_text ~ ${given(FREE_OF_CHARGE)}`);
  if (words) {
    const ways = searchWays(words);
    // What comes is little enough to be read, and quicker than the letters of each text are made, a millisecond each.
    if (filter.past || filter.from.getTime() < filter.now.getTime() - READABLE_MS) conditions.push(...indexed(ways, given));
    conditions.push(...said(ways, given));
  }
  return { where: conditions.join('\n  and '), values };
}

/** Of what a search finds no more are counted: whoever finds as many adds a word rather than turn pages. */
export const MOST_COUNTED = 300;

/** Among so many of the latest words are counted first. */
const COUNTED_AMONG = 2 * MOST_COUNTED;

/** So many of the latest are looked through, text by text, for a word that many say. */
const LOOKED_THROUGH = 2_000;

/**
 * The rows of one page, for a statement that has `event`, in their order. Which ones they are is settled first: whatever
 * else a row tells (its text, who holds it together) is read for them alone, and not for each that was turned over.
 */
function onePage(where: string, given: (value: unknown) => string, { past, skip, take }: { past: boolean; skip: number; take: number }): string {
  const order = (of: string): string => (past ? `${of}.starts_at desc, ${of}.id desc` : `${of}.starts_at, ${of}.id`);
  return `join (select event.id, event.starts_at ${FOUND} where ${where}\norder by ${order('event')} offset ${given(skip)} limit ${given(take)}) page on page.id = event.id\norder by ${order('page')}`;
}

/** As many of the latest as these, and a condition that the words stand in the text of each. */
function latest(filter: PublicFilter, most: number, values: unknown[] = []): { where: string; values: unknown[] } {
  const { where } = conditionsOf({ ...filter, words: null }, values);
  const given = givenTo(values);
  const since = `select latest.starts_at from events.event latest where latest.public_revision is not null and latest.visibility is null
    and latest.ends_at <= ${given(filter.now)} order by latest.starts_at desc offset ${most} limit 1`;
  // That many say them is known here and not to PostgreSQL, which guesses from a sample, at times too few, and then reads every text. Of a value it guesses one half.
  const words = `coalesce(${said(searchWays(filter.words ?? []), given).join(' and ')}, false)`;
  return { where: `${where}\n  and event.starts_at >= coalesce((${since}), '-infinity')\n  and ${words}`, values };
}

/**
 * The same page for words that many events say, read along the days and not from the index of letters, which would
 * have to sort all that it finds. It knows the latest only: a page that does not come full is to be asked for as `pageOf` does.
 */
export function latestOf(filter: PublicFilter, { skip, take }: { skip: number; take: number }): { which: string; values: unknown[] } {
  const { where, values } = latest(filter, LOOKED_THROUGH);
  return { which: onePage(where, givenTo(values), { past: true, skip, take }), values };
}

/** One page of what a filter finds: soonest first; of what is over the latest first. */
export function pageOf(filter: PublicFilter, { skip, take }: { skip: number; take: number }): { which: string; values: unknown[] } {
  const { where, values } = conditionsOf(filter);
  return { which: onePage(where, givenTo(values), { past: filter.past, skip, take }), values };
}

const firstOf = (where: string, bounded: boolean): string => `select count(*)::int as count from (select ${FOUND} where ${where} ${bounded ? `limit ${MOST_COUNTED + 1}` : ''}) found`;

/**
 * How many a filter finds; of a search one more than MOST_COUNTED at most. Words are first looked for in a few of the latest, along
 * the days: where every other event says them that is enough, and PostgreSQL would ask no index for them but make the letters of
 * each text anew that it counts, at a millisecond each.
 */
export function countOf(filter: PublicFilter): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const all = firstOf(conditionsOf(filter, values).where, filter.words !== null);
  if (!filter.past || filter.words === null) return { sql: all, values };
  const soon = firstOf(`${latest(filter, COUNTED_AMONG, values).where}\norder by event.starts_at desc, event.id desc`, true);
  return { sql: `select coalesce((select count from (${soon}) soon where count > ${MOST_COUNTED}), (${all})) as count`, values };
}
