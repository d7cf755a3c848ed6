import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ContestDetail, EventDetail } from '@yoriai/api-client';
import { en } from '@yoriai/ui/texts/en';
import { ja } from '@yoriai/ui/texts/ja';
import { jaEasy } from '@yoriai/ui/texts/ja-easy';
import { ALLOWED, aLine, anEvent, FRAME, NOW } from './an-event.builder.js';
import { withCircle } from './circle-badge.js';
import { applicationStatus, approvalStatus, callsOf, daysUntil, handsOf, nextOf, reportDueOn } from './hub.js';
import { hubSections, rainWords, takenWords } from './hub-rows.js';
import { tasksOf } from './tasks.js';

const SHORT = { taken: 7, wanted: 12, short: 5 };
const FULL = { taken: 12, wanted: 12, short: 0 };
const leader = { ...ALLOWED, approve: 'event.approver-only', return: 'event.staff-only', reject: 'event.approver-only', close: 'event.staff-only' };

describe('an event that not everybody sees', () => {
  it('says so beside its title, in the words of the question, and everywhere before its line', () => {
    const shown = (visibility: EventDetail['visibility']) => renderToStaticMarkup(withCircle({ visibility }, '11月29日(日)'));
    expect([shown('members'), shown('area'), shown('invited')].map((html) => html.replace(/<[^>]+>/g, ''))).toEqual(['会員だけ 11月29日(日)', '地域の人だけ 11月29日(日)', 'ご案内した方だけ 11月29日(日)']);
    expect(shown(null)).toBe('11月29日(日)');
    const tasks = tasksOf({ events: [aLine({ state: 'approved', visibility: 'members' }), aLine({ id: 'open', state: 'approved' })], cases: [], checks: [], together: [], starts: [], joining: [], conditions: [], hands: new Map(), calls: [], now: NOW });
    expect(tasks.map(({ id, visibility }) => [id === 'open', visibility])).toEqual(expect.arrayContaining([[false, 'members'], [true, undefined]]));
  });
});

describe('the one next step of an event', () => {
  it('asks for what the approval wants before it is public', () => {
    expect(nextOf(anEvent({ state: 'approved', can: { ...ALLOWED, publish: 'event.condition-unmet' } }), undefined, NOW)).toMatchObject({ kind: 'meet-conditions', href: expect.stringContaining('/approval') });
  });

  it('is to write on while something is missing, then to hand it in', () => {
    const draft = anEvent({ state: 'draft', missing: [{ field: 'placeName', code: 'event.field-missing' }], can: leader });
    expect(nextOf(draft, undefined, NOW)).toMatchObject({ kind: 'write', href: expect.stringContaining('/edit/where') });
    expect(nextOf({ ...draft, missing: [] }, undefined, NOW)).toMatchObject({ kind: 'submit', href: expect.stringContaining('/edit/check') });
  });

  it("is the ward's turn after that", () => {
    const submitted = anEvent({ state: 'submitted' });
    expect(nextOf({ ...submitted, can: leader }, undefined, NOW)).toEqual({ kind: 'wait', tone: 'quiet' });
    expect(nextOf(submitted, undefined, NOW)).toMatchObject({ kind: 'decide', href: expect.stringContaining('/approvals/') });
  });

  it.each([
    ['returned', 'repair'],
    ['approved', 'publish'],
    ['awaiting-report', 'report'],
    ['closed', 'closed'],
    ['cancelled', 'cancelled'],
    ['rejected', 'rejected'],
  ] as const)('of %s is %s', (state, kind) => {
    expect(nextOf(anEvent({ state, can: leader }), undefined, NOW).kind).toBe(kind);
  });

  it('of a published event is to find hands, unless all are there or the day has come', () => {
    expect(nextOf(anEvent(), SHORT, NOW)).toMatchObject({ kind: 'find-hands', tone: 'warm' });
    expect(nextOf(anEvent(), FULL, NOW).kind).toBe('ready');
    expect(nextOf(anEvent(), SHORT, new Date('2026-11-29T00:10:00+09:00')).kind).toBe('receive');
  });

  it('is to telephone those no letter reaches, before hands are looked for, and also when the event is off', () => {
    const calls = (event: EventDetail, now = NOW) => nextOf(event, SHORT, now, callsOf(event, { callsLeft: 3 }, now)).kind;
    expect([calls(anEvent()), calls(anEvent({ state: 'cancelled' })), calls(anEvent({ changeState: 'returned' }))]).toEqual(['call', 'call', 'call']);
    expect(nextOf(anEvent({ state: 'cancelled' }), undefined, NOW, 0).kind).toBe('cancelled');
    // On its day the door comes first, and once it began nobody is telephoned.
    expect(calls(anEvent(), new Date('2026-11-29T09:00:00+09:00'))).toBe('receive');
    expect(calls(anEvent({ state: 'cancelled' }), new Date('2026-11-29T10:00:00+09:00'))).toBe('cancelled');
  });

  it('of a published event says what is true of its day: far off, tomorrow, today', () => {
    const eve = new Date('2026-11-28T09:00:00+09:00');
    const day = new Date('2026-11-29T09:00:00+09:00');
    expect(nextOf(anEvent(), FULL, NOW)).toMatchObject({ kind: 'ready', href: expect.stringContaining('/people') });
    expect(nextOf(anEvent(), FULL, eve)).toMatchObject({ kind: 'eve', href: expect.stringContaining('/day') });
    expect(nextOf(anEvent(), FULL, day)).toMatchObject({ kind: 'receive', href: expect.stringContaining('/day') });
    const lookedAt = anEvent({ can: { ...ALLOWED, seeApplications: 'event.officers-only' } });
    expect([NOW, eve, day].map((now) => nextOf(lookedAt, undefined, now).kind)).toEqual(['look-on', 'look-on', 'look-on-today']);
  });

  it('promises nothing about a day that has come, in any language', () => {
    for (const lang of [ja, jaEasy, en]) {
      const said = (['receive', 'eve', 'look-on', 'look-on-today'] as const).flatMap((kind) => [lang[`app.next.${kind}`], lang[`app.next.${kind}.body`]]).join();
      expect(said).not.toMatch(/前の日|\{前\|まえ\}|day before/);
    }
  });

  it('of a change is with whoever has to do something, and hides nothing while it waits', () => {
    const approver = { ...ALLOWED, seeApplications: 'event.officers-only', change: 'event.host-only' };
    const at = (changeState: EventDetail['changeState'], can: EventDetail['can']) => nextOf(anEvent({ changeState, can }), FULL, NOW).kind;
    expect([at('draft', leader), at('returned', leader), at('pending', leader)]).toEqual(['finish-change', 'repair-change', 'ready']);
    expect([at('pending', approver), at('draft', approver), at(null, approver)]).toEqual(['decide-change', 'look-on', 'look-on']);
    const approved = (changeState: EventDetail['changeState']) => nextOf(anEvent({ state: 'approved', changeState, can: leader }), undefined, NOW).kind;
    expect([approved('returned'), approved('pending'), approved(null)]).toEqual(['repair-change', 'publish', 'publish']);
    const planned = (can: EventDetail['can']) => nextOf(anEvent({ state: 'approved', publishAt: '2026-11-28T00:00:00.000Z', can }), undefined, NOW).kind;
    expect([planned(leader), planned({ ...leader, publish: 'event.condition-unmet' })]).toEqual(['publish-planned', 'meet-conditions']);
    // On its day the door comes first.
    expect(nextOf(anEvent({ changeState: 'returned', can: leader }), FULL, new Date('2026-11-29T09:00:00+09:00')).kind).toBe('receive');
    expect([approvalStatus(anEvent({ changeState: 'pending' })), approvalStatus(anEvent({ changeState: 'returned' }))]).toEqual(['change-submitted', 'returned']);
  });

  it('of a reported event is the ward office to close it', () => {
    expect(nextOf(anEvent({ state: 'reported' }), undefined, NOW).kind).toBe('close');
    expect(nextOf(anEvent({ state: 'reported', can: leader }), undefined, NOW)).toEqual({ kind: 'reported', tone: 'good' });
  });
});

describe('the words of the hub', () => {
  it('say that an hour is set, where the publication is planned', () => {
    const said = (publishAt: string | null) => hubSections(anEvent({ state: 'approved', publicRevision: null, publishAt }), { hands: undefined, deliveries: undefined, contest: undefined, now: NOW })[0]?.rows.find(({ id }) => id === 'publication');
    expect(renderToStaticMarkup(said('2026-12-01T00:00:00.000Z')?.badge)).toContain('予定あり');
    expect(renderToStaticMarkup(said(null)?.badge)).toContain('まだ');
  });

  it('count days of the calendar of Japan', () => {
    expect(daysUntil('2026-11-29T01:00:00.000Z', NOW)).toBe(7);
    expect(daysUntil('2026-11-22T14:59:00.000Z', NOW)).toBe(0);
    expect(daysUntil(null, NOW)).toBeUndefined();
    expect(reportDueOn('2026-11-29T04:00:00.000Z')).toBe('2026-12-13');
  });

  it('say whether there is room', () => {
    expect(applicationStatus(anEvent(), NOW)).toBe('open');
    expect(applicationStatus(anEvent({ placesTaken: 120 }), NOW)).toBe('full');
    expect(applicationStatus(anEvent({ waiting: 2 }), NOW)).toBe('full');
    expect(applicationStatus(anEvent({ capacity: null }), NOW)).toBe('no-application');
    expect(applicationStatus(anEvent({ state: 'draft' }), NOW)).toBe('locked');
    expect(applicationStatus(anEvent({ state: 'reported' }), NOW)).toBe('ended');
  });

  it('count who has entered a draw that is still to come, not that nobody has a place yet', () => {
    const [frame] = anEvent().frames;
    const lots = { ...frame!, method: 'lottery' as const, capacity: 60, entered: 78, placesTaken: 0 };
    const event = anEvent({ frames: [lots], capacity: 60, placesTaken: 0 });
    expect(takenWords(event)).toBe('抽選待ち 78人（定員60人）');
    expect(takenWords({ ...event, frames: [lots, { ...frame!, id: 'b', capacity: 20, placesTaken: 5 }], capacity: 80, placesTaken: 5 })).toBe('5人／80人　抽選待ち 78人');
    expect(takenWords({ ...event, frames: [{ ...lots, drawnAt: '2026-11-20T00:00:00.000Z', placesTaken: 60, entered: 0 }], placesTaken: 60 })).toBe('60人／60人');
  });

  it('say that applying is over once every deadline has passed, not before', () => {
    const after = new Date('2026-11-28T17:00:00+09:00');
    expect(applicationStatus(anEvent(), after)).toBe('application-closed');
    expect(applicationStatus(anEvent({ waiting: 2 }), after)).toBe('application-closed');
    expect(applicationStatus(anEvent({ frames: [FRAME, { ...FRAME, closesAt: null }] }), after)).toBe('open');
    expect(applicationStatus(anEvent({ capacity: null }), after)).toBe('no-application');
  });

  it('say of the day and of the hands what is true now', () => {
    const row = (event: EventDetail, id: string, now: Date) =>
      hubSections(event, { hands: SHORT, deliveries: undefined, contest: undefined, now }).flatMap((part) => part.rows).find((each) => each.id === id);
    expect(row(anEvent(), 'day', new Date('2026-11-10T09:00:00+09:00'))).toMatchObject({ badge: { props: { children: '11月28日(土)から' } } });
    expect(row(anEvent(), 'day', new Date('2026-11-29T09:00:00+09:00'))?.line).toBe('いま使えます');
    expect(row(anEvent({ state: 'awaiting-report' }), 'day', new Date('2026-11-30T09:00:00+09:00'))?.line).toBe('受付の記録');
    expect(row(anEvent({ can: { ...ALLOWED, seeApplications: 'event.officers-only' } }), 'day', new Date('2026-11-29T09:00:00+09:00'))?.line).toBe('主催が受付をします');
    expect(row(anEvent(), 'shifts', NOW)).toMatchObject({ badge: { props: { status: 'people-short' } } });
    const asks = { ...anEvent().frames[0]!.asks, perAdult: 5 };
    const withChildren = (placesTaken: number) => anEvent({ frames: [{ ...anEvent().frames[0]!, placesTaken, asks }] });
    expect(row(withChildren(SHORT.taken * 5), 'shifts', NOW)).toMatchObject({ badge: { props: { status: 'people-short' } } });
    expect(row(withChildren(SHORT.taken * 5 + 1), 'shifts', NOW)?.line).toContain(`おとなが${SHORT.taken + 1}人いります`);
    expect(row(anEvent({ state: 'awaiting-report' }), 'shifts', NOW)).toMatchObject({ badge: { props: { status: 'ended' } } });
  });

  it('say how many are wanted as a plan until it is published, then as places', () => {
    const shifts = (event: EventDetail) =>
      hubSections(event, { hands: undefined, deliveries: undefined, contest: undefined, now: NOW }).flatMap((part) => part.rows).find((each) => each.id === 'shifts');
    expect(shifts(anEvent({ state: 'approved', publicRevision: null }))?.line).toBe('12人を募集する予定');
    expect(shifts(anEvent())).toMatchObject({ line: '当番の定員は12人', badge: { props: { status: 'published' } } });
    expect(shifts(anEvent({ state: 'awaiting-report' }))).toMatchObject({ line: '当番の定員は12人', badge: { props: { status: 'ended' } } });
    expect(shifts(anEvent({ peopleWanted: 0 }))?.line).toBe('この行事に当番はありません');
  });

  it('say of a contest how far it is, and call it optional only as long as there is none', () => {
    const row = (contest: Partial<ContestDetail> | undefined) =>
      hubSections(anEvent(), { hands: undefined, deliveries: undefined, contest: contest as ContestDetail | undefined, now: NOW }).flatMap((part) => part.rows).find((each) => each.id === 'contest');
    const none = { contest: null, state: null, entries: [], judges: [], can: { judge: 'contest.none' } } as unknown as ContestDetail;
    const [judge, division, entry] = [{ name: '赤井 花' }, { name: 'こどもの部' }, { stands: true }];
    const set = (state: string, may: true | string, judges: unknown[] = [judge]) => row({ contest: { divisions: [division] }, state, entries: [entry, entry, { stands: false }], judges, can: { judge: may } } as unknown as ContestDetail);
    expect(row(undefined)?.badge).toBeNull();
    expect(row(none)).toMatchObject({ badge: { props: { children: '任意' } } });
    expect(set('open', 'contest.not-yet', [])).toMatchObject({ badge: { props: { status: 'to-do' } } });
    expect(set('open', 'contest.not-yet')).toMatchObject({ line: '部1、エントリー2、審査員1人', badge: { props: { children: '準備できた' } } });
    expect(set('open', true)).toMatchObject({ badge: { props: { children: '審査中' } } });
    expect(set('judged', 'contest.judging-closed')).toMatchObject({ badge: { props: { children: '発表はまだ' } } });
    expect(set('confirmed', 'contest.judging-closed')).toMatchObject({ badge: { props: { children: '発表ずみ' } } });
    expect(set('open', 'event.is-closed')?.badge).toBeNull();
  });

  it('say when the approval was decided, and until then when it was asked for', () => {
    const line = (event: EventDetail) =>
      hubSections(event, { hands: undefined, deliveries: undefined, contest: undefined, now: NOW }).flatMap((part) => part.rows).find((each) => each.id === 'approval')?.line;
    const { approval } = anEvent();
    if (approval === null) throw new Error('the concert was approved');
    expect(line(anEvent())).toBe('11月5日(木)に区が承認しました');
    expect(line(anEvent({ state: 'returned', approval: { ...approval, status: 'returned' } }))).toBe('11月5日(木)に区が差し戻しました');
    expect(line(anEvent({ state: 'submitted', approval: { ...approval, status: 'pending', decidedAt: null } }))).toBe('11月4日(水) 9時に申請（1回目）');
    expect(line(anEvent({ state: 'draft', approval: null }))).toBe('書き終わったら、区に申請します');
  });

  it('say in the head when it is decided what the rain does, where it can do something', () => {
    const rain = { rainPolicy: 'cancelled', rainDecisionAt: '2026-11-28T08:00:00.000Z' } as const;
    expect(rainWords(anEvent(rain), NOW)).toBe('雨天中止（11月28日(土) 17時に決めます）');
    expect(rainWords(anEvent({ ...rain, rainDecider: '会長' }), NOW)).toBe('雨天中止（11月28日(土) 17時に会長が決めます）');
    expect(rainWords(anEvent({ ...rain, rainPolicy: 'indoors' }), NOW)).toBe('屋内（雨でも行います）');
    expect(rainWords(anEvent({ ...rain, rainDecisionAt: null }), NOW)).toBe('雨天中止');
    expect(rainWords(anEvent(rain), new Date('2026-11-28T17:00:00+09:00'))).toBe('雨天中止');
  });

  it('say where the approval stands', () => {
    expect(approvalStatus(anEvent({ state: 'draft', approval: null }))).toBe('to-do');
    expect(approvalStatus(anEvent({ state: 'returned' }))).toBe('returned');
    expect(approvalStatus(anEvent({ state: 'cancelled' }))).toBe('approved');
  });

  it('add up the hands of open shifts only', () => {
    const shift = { capacity: 4, free: 1, state: 'open' as const };
    const list = { items: [shift, { ...shift, free: 3 }, { ...shift, state: 'cancelled' as const }] };
    expect(handsOf(list as never)).toEqual({ wanted: 8, short: 4, taken: 4 });
    expect(handsOf(undefined)).toBeUndefined();
  });
});

describe('who helps with a draft', () => {
  const can = { ...anEvent().can, submit: 'event.host-only', seeApplications: 'application.leaders-only' };

  it('has it looked at by its host, once all is written, and puts right what came back', () => {
    const next = (change: Partial<EventDetail>) => nextOf(anEvent({ publicRevision: null, can, ...change }), undefined, NOW).kind;
    expect([next({ state: 'draft' }), next({ state: 'draft', can: anEvent().can }), next({ state: 'returned' }), next({ state: 'submitted', can: { ...can, approve: 'event.approver-only', return: 'event.staff-only' } })]).toEqual(['hand-over', 'submit', 'repair', 'wait']);
  });

  it('is offered what is written, and nothing that is its host’s', () => {
    const rows = (helps: boolean) => hubSections(anEvent({ state: 'draft', can }), { hands: undefined, deliveries: undefined, contest: undefined, now: NOW, helps }).flatMap((part) => part.rows.map(({ id }) => id));
    expect(rows(true)).toEqual(['content', 'programme', 'approval']);
    expect(rows(false)).toEqual(expect.arrayContaining(['people', 'messages', 'report']));
  });
});
