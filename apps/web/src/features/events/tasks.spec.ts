import type { CaseLine, CoHosting, EventLine } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { t } from '../../i18n.js';
import { aLine, ALLOWED, NOW } from './an-event.builder.js';
import { ProcedureLine } from './procedure-line.js';
import { matterOf } from './task-line.js';
import { nextEvent, tasksOf, withoutTwins } from './tasks.js';
import { buttonWord, lineOf, statusOf, titleOf } from './task-words.js';

const NOTHING = { cases: [], checks: [], together: [], starts: [], joining: [], conditions: [], hands: new Map(), calls: [], now: NOW };

function aCase(change: Partial<CaseLine> = {}): CaseLine {
  return {
    id: 'c1',
    subjectKind: 'event',
    subjectId: 'e1',
    title: 'たこあげ大会',
    kana: 'たこあげたいかい',
    field: 'kodomo',
    organisation: { id: 'o1', name: '江戸堀連合振興町会', areaName: '江戸堀' },
    isChange: false,
    status: 'pending',
    revision: 1,
    rule: null,
    submittedBy: { id: 'p1', name: '山本 正' },
    submittedAt: '2026-11-20T00:00:00.000Z',
    dueOn: '2026-11-26',
    businessDaysLeft: 3,
    check: null,
    comments: 0,
    can: { decide: true },
    ...change,
  };
}

describe('あなたがやること', () => {
  it('names whom of an event that is off nobody has told yet, until a week after its day', () => {
    const off = { state: 'cancelled' as const, startsAt: '2026-12-01T01:00:00.000Z', toWithdraw: 3 };
    const events = [aLine({ ...off, id: '1', title: 'もちつき' }), aLine({ ...off, id: '2', toWithdraw: 0 }), aLine({ ...off, id: '3', can: { ...ALLOWED, seeApplications: 'application.leaders-only' } })];
    const at = (now: string) => tasksOf({ ...NOTHING, events, now: new Date(now) }).map((task) => [task.href, titleOf(task), lineOf(task, new Date(now)), statusOf(task).status]);
    expect(at('2026-11-20T00:00:00.000Z')).toEqual([['/app/events/1#to-withdraw', '中止を伝える手続き先が3つあります', 'もちつき　12月1日(火)', 'to-do']]);
    expect([at('2026-12-08T00:00:00.000Z').length, at('2026-12-09T00:00:00.000Z').length]).toEqual([1, 0]);
  });

  it('names consents that are missing and adults that are too few for the children, of what is still ahead', () => {
    const coming = { state: 'published' as const, startsAt: '2026-12-01T01:00:00.000Z', can: { ...ALLOWED } };
    const hands = new Map([['2', { wanted: 2, short: 0, taken: 2 }], ['3', { wanted: 4, short: 3, taken: 1 }]]);
    const events = [aLine({ ...coming, id: '1', consentsMissing: 2 }), aLine({ ...coming, id: '2', adultsNeeded: 4 }), aLine({ ...coming, id: '3', adultsNeeded: 4 }), aLine({ ...coming, id: '4', adultsNeeded: 1, consentsMissing: 0, state: 'awaiting-report' })];
    const tasks = tasksOf({ ...NOTHING, events, hands, now: new Date('2026-11-26T00:00:00.000Z') }).filter(({ kind }) => kind === 'ask-consents' || kind === 'find-adults' || kind === 'find-hands');
    expect(tasks.map((task) => [task.id, titleOf(task)])).toEqual([['1 consents', '保護者の同意がまだの申込が2件あります'], ['3', '当番があと3人たりません'], ['2 adults', '見守る大人があと2人たりません']]);
    expect(tasksOf({ ...NOTHING, events, hands, now: new Date('2026-11-20T00:00:00.000Z') }).find(({ kind }) => kind === 'ask-consents')?.later).toBe(true);
  });

  it('has who would like to begin something: to be answered, telephoned, begun; what is talked about already has time', () => {
    const joining = [{ id: 'j1', organisationName: '北堀江一丁目町会', createdAt: '2026-11-20T01:00:00.000Z' }];
    expect(tasksOf({ ...NOTHING, events: [aLine({ id: '1', state: 'draft' })], joining }).map(({ kind, href }) => [kind, href])).toEqual([['answer-join', '/app/joining#j1'], ['write', '/app/events/1']]);
    const start = { id: 's1', kind: 'answer' as const, programme: 'exercise' as const, place: 'コート立売堀集会室', state: 'waiting' as const, createdAt: '2026-11-20T01:00:00.000Z' };
    const starts = [{ ...start, id: 's2', state: 'talking' as const }, start, { ...start, kind: 'begin' as const, state: 'accepted' as const }, { ...start, kind: 'call' as const, state: 'accepted' as const }];
    const tasks = tasksOf({ ...NOTHING, events: [aLine({ id: '1', state: 'draft' })], starts });
    expect(tasks.map(({ kind, href }) => [kind, href])).toEqual([['call-start', '/app/begin#s1'], ['answer-start', '/app/begin#s1'], ['begin-start', '/app/events/new?start=s1'], ['write', '/app/events/1'], ['answer-start', '/app/begin#s2']]);
    expect([titleOf(tasks[0]!), lineOf(tasks[1]!, NOW), statusOf(tasks[1]!).status, buttonWord(tasks[2]!)]).toEqual(['「コート立売堀集会室」の方に返事を電話で伝える', '11月20日(金)', 'to-do', '行事をつくる']);
  });

  it('puts before what went back what the day itself waits for, by the clock in Japan', () => {
    const stall = { state: 'published' as const, stalls: { waiting: 1, accepted: 0, places: 20, closesOn: '2026-11-25' }, can: { ...ALLOWED } };
    const events = [aLine({ id: '1', state: 'returned' }), aLine({ ...stall, id: '2', startsAt: '2026-11-22T15:30:00.000Z' }), aLine({ ...stall, id: '3', startsAt: '2026-11-24T01:00:00.000Z' })];
    const order = (now: string) => tasksOf({ ...NOTHING, events, now: new Date(now) }).map(({ id, kind }) => `${kind} ${id[0]}`).filter((each) => /repair|stalls/.test(each));
    expect(order('2026-11-22T16:00:00.000Z')).toEqual(['answer-stalls 2', 'repair 1', 'answer-stalls 3']);
    expect(order('2026-11-22T14:00:00.000Z')).toEqual(['repair 1', 'answer-stalls 2', 'answer-stalls 3']);
  });

  it('puts first what went back and what is late', () => {
    const events = [
      aLine({ id: '1', state: 'draft' }),
      aLine({ id: '2', state: 'approved' }),
      aLine({ id: '6', state: 'approved', publishAt: '2026-11-28T00:00:00.000Z' }),
      aLine({ id: '3', state: 'returned' }),
      aLine({ id: '4', state: 'awaiting-report', endsAt: '2026-11-01T04:00:00.000Z' }),
      aLine({ id: '5', state: 'awaiting-report', endsAt: '2026-11-20T04:00:00.000Z' }),
    ];
    expect(tasksOf({ ...NOTHING, events }).map((task) => task.kind)).toEqual(['repair', 'overdue-report', 'publish', 'report', 'write']);
  });

  it('has what waits for my council and what my association is asked, and leaves with the council what is there', () => {
    const waits = { councilName: '靱地域活動協議会', dueOn: '2026-11-25', outcome: null, words: null, by: null, at: null };
    const cases = [aCase({ check: waits, can: { decide: 'approval.approver-only' } })];
    expect(tasksOf({ ...NOTHING, events: [], cases })).toEqual([]);
    const event = { id: 'e2', title: '会社と町の清掃', hostName: '靱地域活動協議会', startsAt: '2026-12-06T00:00:00.000Z', placeName: null, summary: null };
    const asked = { id: 'h1', state: 'invited', event, can: { accept: true } } as unknown as CoHosting;
    const tasks = tasksOf({ ...NOTHING, events: [], checks: cases, together: [asked, { ...asked, id: 'h2', can: { ...asked.can, accept: 'co-host.is-declined' } }] });
    expect(tasks.map(({ kind, at }) => [kind, at])).toEqual([['check', '2026-11-25'], ['co-host', '2026-12-06T00:00:00.000Z']]);
    expect(tasks.map((task) => [titleOf(task), lineOf(task, NOW), statusOf(task).status])).toEqual([
      ['「たこあげ大会」を協議会として確かめる', '江戸堀連合振興町会　11月25日(水)まで', 'due'],
      ['「会社と町の清掃」の共催のお願いに返事をする', '靱地域活動協議会　12月6日(日)', 'to-do'],
    ]);
  });

  it('asks for hands only where some are missing, and for the reception on the day', () => {
    const events = [aLine({ id: '1' }), aLine({ id: '2' }), aLine({ id: '3', startsAt: '2026-11-22T01:00:00.000Z' })];
    const hands = new Map([
      ['1', { taken: 7, wanted: 12, short: 5 }],
      ['2', { taken: 12, wanted: 12, short: 0 }],
    ]);
    const tasks = tasksOf({ ...NOTHING, events, hands });
    expect(tasks.map(({ kind, id, count }) => [kind, id, count])).toEqual([
      ['receive', '3', undefined],
      ['find-hands', '1', 5],
    ]);
  });

  it('has shops answered that would like a stall, as long as something can come of it', () => {
    const stalls = { waiting: 2, accepted: 1, places: 20, closesOn: '2026-11-25' };
    const events = [aLine({ id: '1', stalls }), aLine({ id: '2', stalls: { waiting: 0, accepted: 3, places: 20, closesOn: '2026-11-25' } }), aLine({ id: '3', stalls, state: 'cancelled' }), aLine({ id: '4', stalls, can: { ...ALLOWED, seeApplications: 'application.leaders-only' } })];
    const tasks = tasksOf({ ...NOTHING, events });
    expect(tasks.map(({ kind, href, count }) => [kind, href, count])).toEqual([['answer-stalls', '/app/events/1/stalls', 2]]);
    expect([titleOf(tasks[0]!), statusOf(tasks[0]!).status, buttonWord(tasks[0]!)]).toEqual(['出店の申込2件に返事をする', 'to-do', '返事をする']);
  });

  it('has groups answered where the host chooses, by the day they were promised', () => {
    const toAnswer = { groups: 3, by: '2026-11-25' };
    const events = [
      aLine({ id: '1', toAnswer }),
      aLine({ id: '2', toAnswer: { groups: 1, by: '2026-11-20' } }),
      aLine({ id: '3', toAnswer, state: 'cancelled' }),
      aLine({ id: '4', toAnswer, can: { ...ALLOWED, seeApplications: 'application.leaders-only' } }),
    ];
    const tasks = tasksOf({ ...NOTHING, events });
    expect(tasks.map(({ kind, href, count, late }) => [kind, href, count, late])).toEqual([
      ['answer-applicants', '/app/events/2/people', 1, true],
      ['answer-applicants', '/app/events/1/people', 3, false],
    ]);
    expect([titleOf(tasks[1]!), statusOf(tasks[1]!).status, buttonWord(tasks[1]!)]).toEqual(['3組がお返事を待っています', 'due', 'お返事する']);
    // The day beside the title is that of the answers, and says so.
    expect(lineOf(tasks[1]!, NOW)).toContain('11月25日(水)まで');
    const [unpromised] = tasksOf({ ...NOTHING, events: [aLine({ id: '1', toAnswer: { groups: 3, by: null } })] });
    expect([statusOf(unpromised!).status, lineOf(unpromised!, NOW).includes('まで')]).toEqual(['to-do', false]);
  });

  it('has people telephoned before hands are looked for, also about what was called off', () => {
    const hands = new Map([['1', { taken: 7, wanted: 12, short: 5 }]]);
    const off = { eventId: '9', title: 'たこあげ大会', kana: 'たこあげたいかい', field: 'kodomo', startsAt: '2026-11-28T01:00:00.000Z', people: 3, offeredUntil: null } as const;
    const tasks = tasksOf({ ...NOTHING, events: [aLine({ id: '1' })], hands, calls: [off] });
    expect(tasks.map(({ kind, count }) => [kind, count])).toEqual([
      ['call', 3],
      ['find-hands', 5],
    ]);
    const [first] = tasks;
    if (!first) throw new Error('somebody is to be telephoned');
    expect([titleOf(first), lineOf(first, NOW), buttonWord(first), statusOf(first).status]).toEqual(['3人に電話する', 'たこあげ大会　11月28日(土)', '電話する人を見る', 'by-phone']);
    expect(first.href).toContain('/events/9/messages');
    const offered = tasksOf({ ...NOTHING, events: [], calls: [{ ...off, offeredUntil: '2026-11-23T01:00:00.000Z' }] })[0]!;
    expect(lineOf(offered, NOW)).toBe('たこあげ大会　席のご案内は11月23日(月) 10時まで');
  });

  it('says what the approval asks for next, to who leads it', () => {
    const events = [aLine({ id: '1', state: 'approved', conditionDueOn: '2026-11-20', can: { ...ALLOWED, publish: 'event.condition-unmet' } })];
    expect(tasksOf({ ...NOTHING, events })).toMatchObject([{ kind: 'condition', at: '2026-11-20', late: true }]);
    const looking = events.map((event) => ({ ...event, can: { ...event.can, seeApplications: 'application.leaders-only' } }));
    expect(tasksOf({ ...NOTHING, events: looking })).toEqual([]);
  });

  it('puts what keeps nothing back behind what waits, until its day is close', () => {
    const kinds = (conditionDueOn: string, publish: true | 'event.condition-unmet' = true) =>
      tasksOf({ ...NOTHING, events: [aLine({ id: '1', state: 'approved', conditionDueOn, can: { ...ALLOWED, publish } }), aLine({ id: '2', state: 'draft' })] }).map(({ kind }) => kind);
    expect(kinds('2026-12-04')).toEqual(['publish', 'write', 'condition']);
    expect(kinds('2026-11-25')).toEqual(['condition', 'publish', 'write']);
    expect(kinds('2026-12-04', 'event.condition-unmet')).toEqual(['condition', 'write']);
  });

  it('says which condition and which procedure it is, since one event may have a line for each', () => {
    const asked = { conditionDueOn: '2026-12-04', conditionNext: '消防署に届け出てください。', checklistDueOn: '2026-12-04', checklistNext: { code: 'of-the-ward', title: '公園の使用許可' } };
    const tasks = tasksOf({ ...NOTHING, events: [aLine({ id: '1', state: 'approved', ...asked })] }).filter(({ kind }) => kind === 'condition' || kind === 'procedure');
    expect(tasks.map(({ condition, procedure }) => condition ?? procedure?.title)).toEqual(['消防署に届け出てください。', '公園の使用許可']);
  });

  it('names a procedure in its reader’s words, and one of the ward’s own as it wrote it', () => {
    const drawn = (of: { code: string; title: string }): string => renderToStaticMarkup(createElement(ProcedureLine, { of }));
    expect(drawn({ code: 'of-the-ward', title: '音の届出' })).toContain('音の届出');
    // In Japanese at once, without words of other screens.
    const asked = { conditionDueOn: null, conditionNext: null, checklistDueOn: '2026-12-04', checklistNext: { code: 'park', title: '公園の使用許可' } };
    const [task] = tasksOf({ ...NOTHING, events: [aLine({ id: '1', state: 'approved', ...asked })] }).filter(({ kind }) => kind === 'procedure');
    expect(renderToStaticMarkup(matterOf(task!, NOTHING.now)!)).toBe('<span>公園の使用許可</span>');
    expect(drawn({ code: 'park', title: '古い名前' })).toBe(`<span>${t('procedure.park')}</span>`);
  });

  it('brings reported conditions to those of the ward who may judge them', () => {
    const condition = { id: 'k1', caseId: 'c1', subjectKind: 'event', subjectId: 'e1', title: 'たこあげ大会', kana: null, organisation: { id: 'o1', name: '江戸堀連合振興町会', areaName: null }, text: '届け出', dueOn: '2026-12-04', blocking: true } as const;
    const conditions = [
      { ...condition, state: 'reported', can: { confirm: true } },
      { ...condition, id: 'k2', state: 'reported', can: { confirm: 'approval.own-report' } },
      { ...condition, id: 'k3', state: 'open', can: { confirm: true } },
    ] as const;
    const tasks = tasksOf({ ...NOTHING, events: [], conditions });
    expect(tasks.map((task) => [task.id, titleOf(task), lineOf(task, NOW), buttonWord(task), statusOf(task).status])).toEqual([
      ['confirm-k1', '「たこあげ大会」の条件を確かめる', '江戸堀連合振興町会　12月4日(金)まで', '知らせを見る', 'due'],
    ]);
  });

  it('begins with the door on the day itself, whatever else waits', () => {
    const events = [aLine({ id: '1', state: 'returned' }), aLine({ id: '2', startsAt: '2026-11-22T01:00:00.000Z' })];
    expect(tasksOf({ ...NOTHING, events }).map((task) => task.kind)).toEqual(['receive', 'repair']);
  });

  it('asks before the door whether it takes place, and says when that hour is past', () => {
    const events = [aLine({ id: '2', startsAt: '2026-11-22T01:00:00.000Z', decideBy: '2026-11-21T08:00:00.000Z' })];
    const [asked, door] = tasksOf({ ...NOTHING, events });
    expect([asked?.kind, asked?.href, door?.kind]).toEqual(['decide-day', '/app/events/2/cancel', 'receive']);
    expect([titleOf(asked!), lineOf(asked!, NOW), buttonWord(asked!), statusOf(asked!).status]).toEqual(['「靱公園バラ園コンサート」をやるかどうか決める', '決める時刻（11月21日(土) 17時）をすぎました', '決める', 'to-do']);
    const ahead = tasksOf({ ...NOTHING, events: [aLine({ decideBy: '2026-11-22T23:00:00.000Z' })] }).find(({ kind }) => kind === 'decide-day');
    expect(lineOf(ahead!, NOW)).toBe('11月23日(月) 8時までに');
  });

  it('leaves out what I may not do', () => {
    const can = { ...ALLOWED, edit: 'event.host-only', publish: 'event.host-only', seeApplications: 'application.leaders-only', report: 'event.host-only' };
    const events = (['draft', 'returned', 'approved', 'published', 'awaiting-report'] as const).map((state) => aLine({ id: state, state, can }));
    expect(tasksOf({ ...NOTHING, events })).toEqual([]);
  });

  it('brings the desk to those who read it, but never my own application', () => {
    const cases = [aCase(), aCase({ id: 'c2', can: { decide: 'approval.approver-only' } }), aCase({ id: 'c3', can: { decide: 'approval.own-submission' } })];
    expect(tasksOf({ ...NOTHING, events: [], cases }).map((task) => task.id)).toEqual(['case-c1', 'case-c2']);
  });

  it('what a centre wrote for us is to be looked at by whoever hands it in, and by the centre to be gone on with', () => {
    const help = { name: '町野 灯', centreName: '堀江まちづくりセンター', began: true, askedAt: null, writtenSince: false };
    const kinds = (given: Partial<EventLine>) => tasksOf({ ...NOTHING, events: [aLine({ state: 'draft', ...given })] }).map((task) => [task.kind, titleOf(task), buttonWord(task)]);
    expect(kinds({ help })).toEqual([['look', '「靱公園バラ園コンサート」の下書きが届いています：見て、申請してください', '下書きを見る']]);
    expect(kinds({ help, can: { ...ALLOWED, submit: 'event.incomplete' } })[0]?.[0]).toBe('look');
    expect(kinds({ help: { ...help, began: false } })[0]?.[0]).toBe('write');
    expect(kinds({ help: { ...help, began: false, askedAt: '2026-11-20T01:00:00.000Z' } })[0]?.[0]).toBe('look');
    expect(kinds({ help, can: { ...ALLOWED, submit: 'event.host-only' } })[0]?.[0]).toBe('write');
  });

  it('what a centre said about what waits is to be read, until it is', () => {
    const found = (unreadComments: number) => tasksOf({ ...NOTHING, events: [aLine({ state: 'submitted', unreadComments })] }).map((task) => [task.kind, titleOf(task), task.href]);
    expect(found(1)).toEqual([['word', 'まちセンのひとことを読む：「靱公園バラ園コンサート」', expect.stringContaining('/approval')]]);
    expect(found(0)).toEqual([]);
  });

  it('says each of them in words', () => {
    const events = (['draft', 'returned', 'approved', 'awaiting-report', 'reported'] as const).map((state) => aLine({ id: state, state }));
    const cases = [aCase(), aCase({ id: 'c2', dueOn: '2026-11-20', businessDaysLeft: 0 })];
    for (const task of tasksOf({ ...NOTHING, events, cases })) {
      expect([titleOf(task), lineOf(task, NOW), buttonWord(task), statusOf(task).status].every((word) => word !== '' && !word.includes('app.'))).toBe(true);
    }
    const late = tasksOf({ ...NOTHING, events: [], cases: [cases[1]!] })[0]!;
    expect(statusOf(late).status).toBe('overdue');
    expect(lineOf(late, NOW)).toContain('期限を過ぎています');
  });

  it('knows the next event and counts none twice', () => {
    const past = aLine({ id: '1', endsAt: '2026-11-21T04:00:00.000Z' });
    const soon = aLine({ id: '2' });
    const later = aLine({ id: '3', startsAt: '2026-12-29T01:00:00.000Z', endsAt: '2026-12-29T04:00:00.000Z' });
    expect(nextEvent([later, past, soon], NOW)?.id).toBe('2');
    expect(withoutTwins([soon, later, soon]).map((each) => each.id)).toEqual(['2', '3']);
  });
});
