import type { ApplicationLine, EventDetail } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { REPORT_PARTS, reportPartWords } from '@yoriai/ui';
import { newQueryClient } from '../../app/queries.js';
import { SessionContext, type Session } from '../../app/session.js';
import { t } from '../../i18n.js';
import { answersQuery } from '../weather/still-coming.js';
import { CalledOffPeople } from './called-off-people.js';
import { hubSections } from './hub-rows.js';
import { byKanaRow, kanaRowOf } from './kana.js';
import { FRAME, anEvent } from './an-event.builder.js';
import { papersOf } from './papers.js';
import { askedOf, cancelledOf, confirmedOf, endedOf, headsOf, justAmended, keptWithoutYes, lackingSeats, stillWaits, waitingOf } from './people.js';
import { ContactsShown } from './contacts.js';
import { PersonFacts, PersonName, whatChanged } from './person-facts.js';
import { Person } from './person-row.js';
import { emptyProxy, proxyRequest } from './proxy.js';
import { readReport, reportValues } from './report.js';
import { eventSearch, pageFrom } from './search.js';

const person = (change: Partial<ApplicationLine>): ApplicationLine => ({
  id: '1',
  number: 'KTR-WAS',
  frameId: 'f',
  frameName: '参加',
  groupName: null,
  read: '',
  amended: [],
  name: '山田 花子',
  kana: 'やまだ はなこ',
  age: null,
  said: null,
  guardian: null,
  photos: null,
  phone: null,
  waitReason: null,
  email: null,
  heads: 1,
  companions: [],
  partIsFine: false,
  entries: [],
  withoutApplicant: false,
  status: 'confirmed',
  waitlistPosition: null,
  offerEndsAt: null,
  undoUntil: null,
  stood: null,
  hostWords: null,
  channel: 'web',
  createdAt: '2026-11-01T00:00:00.000Z',
  can: { amend: true, answer: true, promote: true, cancel: true },
  ...change,
});

describe('an application in the list', () => {
  it('is kept for a guardian’s yes until its hour, and not said to be kept after it', () => {
    const releaseAt = '2027-01-21T00:00:00.000Z';
    const waits = person({ status: 'guardian_pending', guardian: { state: 'asked', how: null, at: null, name: null, relation: null, anew: false, releaseAt } as unknown as ApplicationLine['guardian'] });
    const facts = (now: string): string =>
      renderToStaticMarkup(createElement(SessionContext.Provider, { value: { clockOffset: Date.parse(now) - Date.now() } as Session }, createElement(PersonFacts, { event: anEvent({}), person: waits })));
    const kept = t('consent.until', { when: '1月21日(木) 9時' });
    expect(facts('2027-01-20T23:50:00.000Z')).toContain(kept);
    const past = facts('2027-01-24T00:00:00.000Z');
    expect([past.includes(kept), past.includes(t('consent.until.past', { when: '1月21日(木) 9時' }))]).toEqual([false, true]);
  });

  it('goes by the name of its group, then by whom speaks for it', () => {
    const club = renderToStaticMarkup(createElement(PersonName, { person: person({ groupName: 'なにわ凧クラブ' }) }));
    expect(club.replaceAll(/<[^>]*>/gu, ' ')).toMatch(/^\s*なにわ凧クラブ\s+やまだ\s+はなこ\s+山田\s+花子\s*$/u);
  });

  it('is reached by a press, by mail too, once somebody asked to see how; until then it says enough to know them by', () => {
    const who = person({ phone: '•••5501', email: 'ha•••@example.jp' });
    const facts = (read: string) => renderToStaticMarkup(createElement(ContactsShown, { value: new Map([[who.id, { id: who.id, read, phone: '09000005501', email: 'hana@example.jp' }]]) }, createElement(PersonFacts, { event: anEvent({}), person: who })));
    const hrefs = (page: string) => [...page.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href);
    expect(hrefs(facts(who.read))).toEqual(['tel:09000005501', 'mailto:hana@example.jp']);
    const another = facts('of another reading');
    expect(hrefs(another)).toEqual([]);
    expect(another).toContain('電話 •••5501');
    expect(another).toContain('メール ha•••@example.jp');
  });
});

describe('whoever is asked whether they still come', () => {
  it('has both answers in the list, for what they say on the telephone', () => {
    const client = newQueryClient();
    client.setQueryData(answersQuery(anEvent().id).queryKey, { decidedAt: '2026-11-20T10:00:00.000Z', reason: null, wasStartsAt: null, yes: 0, no: 0, unanswered: 1, items: [], applications: [] });
    const row = (answer: 'yes' | 'none' | undefined): string => renderToStaticMarkup(createElement(QueryClientProvider, { client }, createElement(Person, { event: anEvent(), person: person({}), answer })));
    const both = [t('app.still.heard.yes'), t('app.still.heard.no')];
    expect((['none', 'yes', undefined] as const).map((answer) => both.map((word) => row(answer).includes(word)))).toEqual([[true, true], [false, false], [false, false]]);
  });
});

describe('an event that was called off', () => {
  it('keeps the names of who had applied, struck through, by how they stood', () => {
    const people = [person({ id: '1', status: 'cancelled_by_host', stood: 'confirmed', heads: 3, phone: '•••5501' }), person({ id: '2', name: '川口 進', status: 'cancelled_by_host', stood: 'waitlisted' })];
    const page = renderToStaticMarkup(createElement(CalledOffPeople, { event: anEvent({ state: 'cancelled' }), people }));
    const words = page.replaceAll(/<[^>]*>/gu, '');
    expect(words).toContain(t('app.people.off.confirmed', { count: 1, heads: 3 }));
    expect(words).toContain(t('app.people.off.waitlisted', { count: 1, heads: 1 }));
    expect(words).not.toContain(t('app.people.none'));
    expect([...page.matchAll(/<s>(.*?)<\/s>/gu)]).toHaveLength(2);
    expect(page).toContain('電話 •••5501');
  });

  it('is counted by them in the list of what there is to do', () => {
    const line = (calledOff: EventDetail['calledOff'], seeApplications: string | true = true) =>
      hubSections(anEvent({ state: 'cancelled', placesTaken: 0, calledOff, can: { ...anEvent({}).can, seeApplications } }), { hands: undefined, deliveries: undefined, contest: undefined, now: new Date('2026-11-20T00:00:00Z') }).flatMap(({ rows }) => rows).find(({ id }) => id === 'people')?.line;
    expect(line({ groups: 18, heads: 36 })).toBe(t('app.people.off.count', { count: 18, heads: 36 }));
    expect(line(null)).toBe(t('app.people.off.nobody'));
    // Who may not see them is not told that there were none.
    expect(line(null, 'event.host-only')).toBe(t('ui.status.cancelled'));
  });
});

describe('the papers of an event', () => {
  it('are of stalls where there are some', () => {
    expect(papersOf(anEvent({ stalls: null }))).not.toEqual(expect.arrayContaining(['stall-list']));
    expect(papersOf(anEvent({ stalls: { waiting: 0, accepted: 1, plots: 4 } as unknown as NonNullable<EventDetail['stalls']> }))).toEqual(expect.arrayContaining(['stall-list', 'plot-plan']));
  });
});

describe('the list of applicants', () => {
  const all = [
    person({ id: 'a', heads: 3 }),
    person({ id: 'w2', status: 'waitlisted', waitlistPosition: 2 }),
    person({ id: 'w1', status: 'waitlisted', waitlistPosition: 1 }),
    person({ id: 'o', status: 'offered', offerEndsAt: '2026-11-03T01:00:00.000Z' }),
    person({ id: 'c', status: 'cancelled_by_applicant' }),
    person({ id: 'h', status: 'cancelled_by_host' }),
    person({ id: 'x', status: 'expired' }),
  ];

  it('keeps those who wait in their order', () => {
    expect(waitingOf(all).map((each) => each.id)).toEqual(['w1', 'w2']);
    expect(askedOf(all).map((each) => each.id)).toEqual(['o']);
    expect(confirmedOf(all).map((each) => each.id)).toEqual(['a']);
    expect(cancelledOf(all).map((each) => each.id)).toEqual(['c', 'h']);
    expect(endedOf(all).map(({ how, people }) => [how, people.map((each) => each.id)])).toEqual([['expired', ['x']], ['cancelled', ['c', 'h']]]);
    expect(renderToStaticMarkup(createElement(PersonFacts, { event: anEvent({}), person: person({ status: 'expired' }) }))).toContain('期限までに返事がありませんでした');
    expect(headsOf(all)).toBe(9);
  });

  it('keeps the places of those whose guardian is asked again, as their tickets say; of others there is a limit', () => {
    const waits = (anew: boolean) => ({ guardian: { anew } }) as Pick<ApplicationLine, 'guardian'>;
    expect([[waits(true)], [waits(false)], [waits(true), waits(false)]].map(keptWithoutYes)).toEqual(['kept', 'body', 'both']);
    expect(t('app.people.pending.kept')).toContain('席はそのまま');
    expect(t('app.people.pending.kept')).not.toContain('ほかの方');
  });

  it('says what would let the first of the queue move up', () => {
    const event = { frames: [{ ...FRAME, id: 'f', capacity: 30, placesTaken: 29 }] };
    const can = { amend: true as const, answer: 'application.not-chosen', promote: 'application.not-enough-places', cancel: true };
    const first = person({ status: 'waitlisted', waitlistPosition: 1, heads: 3, can });
    expect(lackingSeats(event, first)).toEqual({ free: 1, heads: 3, more: 2 });
    expect(lackingSeats(event, { ...first, waitlistPosition: 2 })).toBeUndefined();
    expect(lackingSeats(event, { ...first, can: { amend: true, answer: true, promote: true, cancel: true } })).toBeUndefined();
    expect(lackingSeats({ frames: [{ ...FRAME, id: 'f', capacity: null, placesTaken: 0 }] }, first)).toBeUndefined();
  });

  it('says of who waits what their ticket says, as long as that is what keeps them', () => {
    const can = (promote: true | string) => ({ amend: true as const, answer: 'application.not-chosen', promote, cancel: true as const });
    expect(stillWaits({ can: can('application.not-enough-places'), waitReason: 'others-asked' })).toBe('others-asked');
    expect(stillWaits({ can: can('application.not-first'), waitReason: 'group-too-large' })).toBe('group-too-large');
    expect(stillWaits({ can: can(true), waitReason: 'full' })).toBeUndefined();
    expect(stillWaits({ can: can('application.event-over'), waitReason: 'full' })).toBeUndefined();
    expect(stillWaits({ can: can('application.not-enough-places'), waitReason: 'host-decides' })).toBeUndefined();
  });

  it.each([
    ['さとう みのる', 'さ'],
    ['ガトウ', 'か'],
    ['ﾊﾟｰｸ', 'は'],
    ['ぽち', 'は'],
    ['ぢ', 'た'],
    ['ゔぃくとる', 'あ'],
    ['んだ', 'わ'],
    ['Smith', '他'],
    ['', '他'],
  ])('%s stands under %s', (kana, row) => {
    expect(kanaRowOf(kana)).toBe(row);
  });

  it('says on top whose application a leader changed a moment ago, and of each every change', () => {
    const change = (at: string, what: ApplicationLine['amended'][number]['what'], by: 'host' | 'ticket' = 'host') => ({ at, by, headsBefore: 3, headsAfter: 2, what });
    const amended = [change('2026-11-20T10:05:00+09:00', ['name', 'phone']), change('2026-11-20T10:00:00+09:00', ['heads', 'phone']), change('2026-11-20T09:00:00+09:00', ['phone'])];
    const [one, theirs] = [person({ id: 'one', amended }), person({ id: 'two', amended: [change('2026-11-20T10:05:00+09:00', ['email'], 'ticket')] })];
    const at = (time: string) => new Date(`2026-11-20T${time}:00+09:00`);
    expect(justAmended([theirs, one], 'one', at('10:06'))).toEqual({ person: one, change: amended[0] });
    expect(whatChanged(amended[0]!)).toBe('お名前、電話番号');
    expect([justAmended([one], undefined, at('10:06')), justAmended([one], 'one', at('10:30')), justAmended([theirs], 'two', at('10:06'))]).toEqual([undefined, undefined, undefined]);
    const row = renderToStaticMarkup(PersonFacts({ event: anEvent({}), person: one }));
    for (const said of ['変更：お名前、電話番号（', '変更：人数：3人 → 2人（']) expect(row).toContain(said);
    expect(row.split('電話番号')).toHaveLength(2);
  });

  it('goes by the order of the kana table, and leaves out empty rows', () => {
    expect(byKanaRow(['わ', 'あ', 'X', 'あ'], (each) => each).map(({ row, things }) => [row, things.length])).toEqual([
      ['あ', 2],
      ['わ', 1],
      ['他', 1],
    ]);
  });
});

describe('what leaders type', () => {
  it('an application for somebody on the phone, with only what was said', () => {
    const asks = { kind: 'participant' as const, companions: 'names' as const, perApplicationMax: 4, asks: { ages: null, questions: [], needs: [], guardian: false, photos: false, fixed: false, perAdult: null } };
    const family = { ...emptyProxy('f1'), heads: '3', companions: [{ name: ' 山田 太郎 ', kana: 'やまだ たろう' }], partIsFine: true };
    // A box that is still empty is sent as it is: the server says what is missing.
    expect(proxyRequest(family, asks)).toMatchObject({ heads: 3, companions: [{ name: '山田 太郎', kana: 'やまだ たろう' }, { name: '', kana: '' }], partIsFine: true });
    expect(proxyRequest(family, { ...asks, companions: 'number' })).not.toHaveProperty('companions');
    expect(proxyRequest({ ...family, heads: '900' }, asks).companions).toHaveLength(3);
    const aged = { ...asks, asks: { ...asks.asks, ages: { by: 'age' as const, from: 60, to: null } } };
    expect(proxyRequest({ ...family, born: { year: 'S20', month: '４', day: '2' } }, aged)).toMatchObject({ born: '1945-04-02' });
    expect(proxyRequest({ ...family, born: { year: 'S20', month: '4', day: '2' } }, asks)).not.toHaveProperty('born');
    // A group by its name, where the frame is for groups and nowhere else.
    expect(proxyRequest({ ...family, groupName: ' 江戸堀将棋クラブ ' }, { ...asks, kind: 'group' })).toMatchObject({ groupName: '江戸堀将棋クラブ' });
    expect(proxyRequest({ ...family, groupName: '江戸堀将棋クラブ' }, asks)).not.toHaveProperty('groupName');
    const request = proxyRequest({ ...emptyProxy('f1'), name: ' 山田 花子 ', kana: 'やまだ はなこ', heads: '２', phone: '090-1111-2222' });
    expect(request).toEqual({ channel: 'phone', frameId: 'f1', name: '山田 花子', kana: 'やまだ はなこ', heads: 2, phone: '090-1111-2222' });
  });

  it("a report begins with the reception's numbers and keeps empty ones empty", () => {
    expect(reportValues({ headcount: { participants: 35, volunteers: 6, walkIns: 2 }, report: null })).toMatchObject({ participants: '35', walkIns: '2' });
    expect(reportValues({ headcount: null, report: null }).participants).toBe('');
    const { request, errors } = readReport({ participants: '３６', walkIns: '', volunteers: 'six', note: ' ', nextTimeNote: '' });
    expect(request).toEqual({ participants: 36, walkIns: null, volunteers: null, children: null, wheelchairs: null, cost: null, handedOut: null, incident: null, note: null, nextTimeNote: null });
    expect(Object.keys(errors)).toEqual(['volunteers']);
  });

  it('a report says parts and yen as people write them', () => {
    const { request, errors } = readReport({ participants: '62', walkIns: '8', volunteers: '6', children: '４８人', wheelchairs: '2', cost: '12,345,600円', incident: ' すり傷 ', note: '', nextTimeNote: '' });
    expect(request).toMatchObject({ children: 48, wheelchairs: 2, cost: 12_345_600, incident: 'すり傷' });
    expect(errors).toEqual({});
    expect(REPORT_PARTS.map((part) => reportPartWords(t, { participants: 62, walkIns: 8, children: 48, wheelchairs: null, cost: 34_500 }, part))).toEqual(['こども 48人　おとな 22人', '', '34,500円']);
  });
});

describe('an address', () => {
  it('is read as far as it makes sense', () => {
    expect(eventSearch({ scope: 'ward', state: 'draft', q: 'バラ', page: '2' })).toEqual({ scope: 'ward', state: 'draft', q: 'バラ', page: 2 });
    expect(eventSearch({ state: 'draft', view: 'month', month: '2026-12' })).toEqual({ state: 'draft', view: 'month', month: '2026-12' });
    expect(eventSearch({ view: 'month', month: '2026-13' })).toEqual({ view: 'month' });
    expect(eventSearch({ view: 'week', month: '2026-12' })).toEqual({});
    expect(eventSearch({ scope: 'all', state: 'gone', page: 'x', q: ['a'] })).toEqual({});
    expect([pageFrom('1'), pageFrom(0), pageFrom('1e9')]).toEqual([undefined, undefined, undefined]);
  });
});
