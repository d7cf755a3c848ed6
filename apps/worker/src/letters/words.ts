import type { Reduced } from '@yoriai/events';
import { dateAndRange, dateAndRangeSeen, dateTime, daysBetween, reasonIn, shortDate, weatherWords, type TextKey, type Translate } from '@yoriai/ui';
import type { ApplicationFacts, AssignmentFacts, EventWords } from './facts.js';
import type { Fact } from './paper.js';

/** Labels with what is said under them. */
type Said = readonly (readonly [TextKey, string | null])[];

/** 11月29日(日), or nothing where no date is known. */
export const dayOf = (t: Translate, event: EventWords): string => (event.startsAt ? shortDate(t, event.startsAt) : '');

/** 11月29日(日) 10時〜13時; in another year than that of the letter, with the year. */
export const whenOf = (t: Translate, { startsAt, endsAt, readAt }: EventWords): string => (startsAt ? dateAndRangeSeen(t, { start: startsAt, end: endsAt, now: readAt }) : '');

/** 靱公園 バラ園（西区靱本町2-1-4）. */
export function whereOf(t: Translate, { placeName: place, placeAddress: address }: EventWords): string {
  return address ? t('mail.place-with-address', { place, address }) : place;
}

/** きょう, あした, 7日後: seen from the moment of sending, since a letter may have been held up. */
export function relativeDay(t: Translate, startsAt: Date, now: Date): string {
  const days = daysBetween(now, startsAt);
  if (days <= 0) return t('mail.reminder.today');
  return days === 1 ? t('mail.reminder.tomorrow') : t('mail.reminder.in-days', { days });
}

/** Date, time and place stand in the letter itself: nobody has to open a link to know where to go. */
export function whenAndWhere(t: Translate, event: EventWords): Fact[] {
  return present([
    [t('mail.label.when'), whenOf(t, event)],
    [t('mail.label.where'), whereOf(t, event)],
    [t('mail.label.access'), event.accessText],
  ]);
}

/** What is left out of an event that takes place in a smaller form, and why. */
export function reducedFacts(t: Translate, { reason, dropped }: Pick<Reduced, 'reason' | 'dropped'>): Fact[] {
  const items = dropped.map(({ start, title }) => (start === null ? title : `${start} ${title}`)).join(t('weather.and'));
  return present([
    [t('mail.label.reason'), reason === null ? null : reasonIn(t, reason)],
    [t('mail.label.dropped'), items],
  ]);
}

/** What to bring, what happens when it rains, whom to ask. */
export function goodToKnow(t: Translate, event: EventWords): Fact[] {
  return [...present([[t('mail.label.bring'), event.bringText]]), ...rainAndHost(t, event)];
}

/** What happens when it rains, whom to ask. */
export function rainAndHost(t: Translate, event: EventWords): Fact[] {
  return present([
    [t('mail.label.rain'), rainRule(t, event)],
    [t('mail.label.host'), event.hostName],
    [t('mail.label.contact'), contactOf(event)],
  ]);
}

/** What people go by that reads otherwise now: 前 → 今, line by line. */
export function changedFacts(t: Translate, before: EventWords, now: EventWords): Fact[] {
  const said = (event: EventWords): Said => [
    ['events.label.title', event.title],
    ['mail.label.when', whenOf(t, event)],
    ['mail.label.where', whereOf(t, event)],
    ['mail.label.access', event.accessText],
    ['events.label.audienceText', event.audienceText],
    ['events.label.feeText', event.feeText],
    ['mail.label.bring', event.bringText],
    ['events.label.careText', event.careText],
    ['mail.label.rain', rainRule(t, event)],
    ['mail.label.contact', contactOf(event)],
  ];
  return fromTo(t, said(before), said(now));
}

/** Of who has entered a draw: that it is at another hour now, 前 → 今. */
export function changedDraw(t: Translate, before: EventWords, { status, frameId, event }: Pick<ApplicationFacts, 'status' | 'frameId' | 'event'>): Fact[] {
  const drawn = (words: EventWords): string => {
    const at = words.frames.get(frameId)?.drawsAt;
    return at ? dateTime(t, at) : '';
  };
  return status === 'applied' ? fromTo(t, [['mail.label.draw', drawn(before)]], [['mail.label.draw', drawn(event)]]) : [];
}

/** What a change asks for, old and new: what people go by, then food, fire, places and duties. Whatever else it says is on the desk. */
export function askedFacts(t: Translate, before: EventWords, asked: EventWords): Fact[] {
  const yes = (answer: boolean | null): string => (answer === null ? '' : t(answer ? 'mail.yes' : 'mail.no'));
  const places = ({ frames }: EventWords): string =>
    [...frames.values()].map(({ name, capacity }) => (capacity === null ? name : t('mail.change-requested.places', { name, count: capacity }))).join(t('mail.change-requested.and'));
  const hands = ({ duties }: EventWords): string =>
    [...duties.values()].map(({ duty, startsAt, endsAt }) => (startsAt ? t('mail.change-requested.duty', { duty, when: dateAndRange(t, startsAt, endsAt) }) : duty)).join(t('mail.change-requested.and'));
  const said = (event: EventWords): Said => [
    ['events.label.food', yes(event.food)],
    ['events.label.fire', yes(event.fire)],
    ['events.label.frames', places(event)],
    ['events.label.duties', hands(event)],
  ];
  return [...changedFacts(t, before, asked), ...fromTo(t, said(before), said(asked))];
}

/** What reads otherwise now about a duty that somebody has; nothing where the plan did not have it before. */
export function changedDutyFacts(t: Translate, before: EventWords, now: AssignmentFacts): Fact[] {
  const was = before.duties.get(now.planKey);
  return was ? fromTo(t, saidOfDuty(t, { ...now, duty: was.duty, place: was.place, note: was.note, endsAt: was.endsAt ?? now.endsAt, event: before }), saidOfDuty(t, now)) : [];
}

/** A word of the ward about one answer, under its name in the form: 区から（場所）. */
export function remarkFact(t: Translate, { field, text }: { field: string; text: string }, label: 'mail.label.remark' | 'mail.label.remark-council' = 'mail.label.remark'): Fact {
  const name = { startsAt: 'when', endsAt: 'when', rainDecisionAt: 'rain', rainDecider: 'rain' }[field];
  const key = name === undefined ? `events.label.${field.split('.')[0] ?? field}` : `mail.label.${name}`;
  return [t.has(key) ? t(label, { field: t(key) }) : t('mail.label.comment'), text];
}

/** What has to be met until which day, and whether anything is published before. */
export function conditionFact(t: Translate, { text, dueOn, blocking }: { text: string; dueOn: string; blocking: boolean }): Fact {
  return [t(blocking ? 'mail.label.condition-first' : 'mail.label.condition'), t('mail.condition.until', { text, due: shortDate(t, dueOn) })];
}

/** The duty itself: what, when, where, and what the host asks for. */
export function dutyFacts(t: Translate, duty: AssignmentFacts): Fact[] {
  return present(saidOfDuty(t, duty).map(([label, value]) => [t(label), value]));
}

function saidOfDuty(t: Translate, { duty, startsAt, endsAt, place, note, event }: Omit<AssignmentFacts, 'event'> & { event: EventWords }): Said {
  return [
    ['mail.label.duty', duty],
    ['mail.label.duty-when', dateAndRangeSeen(t, { start: startsAt, end: endsAt, now: event.readAt })],
    ['mail.label.duty-where', place || whereOf(t, event)],
    ['mail.label.duty-note', note],
  ];
}

function rainRule(t: Translate, { rainPolicy, rainDecisionAt, ...planned }: EventWords): string {
  if (!rainPolicy) return '';
  const rule = t(`mail.rain.${rainPolicy}`);
  // Where rain changes nothing, nothing is decided about it.
  const decided = rainPolicy !== 'indoors' && rainPolicy !== 'go-ahead' && rainDecisionAt;
  const ended = weatherWords(t, planned).map((line) => (t.lang === 'en' ? `${line}.` : `${line}。`));
  // The day that is known stands for the bare rule.
  return [...(planned.rainDate ? [] : [rule]), ...ended, ...(decided ? [t('mail.rain.decided-at', { at: dateTime(t, decided) })] : [])].join(t.lang === 'ja' ? '' : ' ');
}

function contactOf({ contactName, contactPhone, contactHours }: EventWords): string {
  return [contactName, contactPhone, contactHours].filter(Boolean).join(' ');
}

/** The lines of two times, same labels in the same order, that are not the same: 前 → 今. */
function fromTo(t: Translate, before: Said, now: Said): Fact[] {
  const old = new Map(before);
  return now.flatMap(([label, value]): Fact[] => {
    const was = old.get(label) || t('mail.event-changed.nothing');
    const is = value || t('mail.event-changed.nothing');
    return was === is ? [] : [[t(label), t('mail.event-changed.from-to', { was, is })]];
  });
}

function present(facts: readonly (readonly [string, string | null])[]): Fact[] {
  return facts.flatMap(([label, value]): Fact[] => (value ? [[label, value]] : []));
}

/**
 * The greeting with the name as typed. A name that holds an address or a link is left out: whoever
 * applies chooses both name and recipient, and must not be able to send their own words to a stranger.
 */
export function greetingOf(t: Translate, name: string): string | undefined {
  return name === '' || name.length > 40 || /[./:@\\]|[\p{Cc}]/u.test(name) ? undefined : t('mail.greeting', { name });
}
