import type { EventDetail, EventFrame, EventLine } from '@yoriai/api-client';

/** The one event of these tests: a concert in the rose garden, a week from now. */
export const NOW = new Date('2026-11-22T09:00:00+09:00');

/** Everything allowed; tests take away what they are about. */
export const ALLOWED: EventDetail['can'] = {
  edit: true,
  change: true,
  abandon: true,
  submit: true,
  withdraw: true,
  return: true,
  reject: true,
  approve: true,
  publish: true,
  postpone: true,
  putOff: true,
  cancel: true,
  report: true,
  close: true,
  correct: true,
  seeApplications: true,
  enterApplications: true,
};

/** One participant frame of 120, 96 taken. */
export const FRAME: EventFrame = {
  id: '01900000-0000-7000-8000-00000000000f',
  kind: 'participant',
  name: 'いす席',
  method: 'first-come',
  capacity: 120,
  placesTaken: 96,
  waiting: 0,
  entered: 0,
  drawnAt: null,
  opensAt: null,
  closesAt: '2026-11-28T08:00:00.000Z',
  perApplicationMax: 4,
  companions: 'number',
  asks: { ages: null, questions: [], needs: [], guardian: false },
  queue: 'in-order',
};

/** The concert as a line of a list. */
export function aLine(change: Partial<EventLine> = {}): EventLine {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    number: 'R8-0001',
    slug: 'rose-concert',
    title: '靱公園バラ園コンサート',
    kana: 'うつぼこうえんばらえんこんさーと',
    organisation: { id: '01900000-0000-7000-8000-00000000000a', name: '西船場連合振興町会', areaId: null, areaName: '西船場' },
    state: 'published',
    changeState: null,
    field: 'bunka',
    category: 'concert',
    startsAt: '2026-11-29T01:00:00.000Z',
    endsAt: '2026-11-29T04:00:00.000Z',
    placeName: '靱公園 バラ園',
    capacity: 120,
    placesTaken: 96,
    waiting: 0,
    stalls: null,
    consentsMissing: null,
    peopleWanted: 12,
    conditionDueOn: null,
    seriesId: null,
    checklistDueOn: null,
    version: 3,
    can: ALLOWED,
    ...change,
  };
}

/** The concert as those who work on it see it. */
export function anEvent(change: Partial<EventDetail> = {}): EventDetail {
  return {
    ...aLine(),
    shortCode: 'rose',
    kana: 'うつぼこうえんばらえんこんさーと',
    summary: 'バラの中で聞く室内楽',
    description: null,
    placeAddress: null,
    accessText: null,
    rainPolicy: 'cancelled',
    rainDecisionAt: '2026-11-28T08:00:00.000Z',
    rainDate: null,
    heatLimit: null,
    audienceText: 'どなたでも',
    feeText: '無料',
    bringText: null,
    careText: null,
    audience: null,
    visibility: null,
    videoUrl: null,
    videoCaptions: null,
    contactName: '西船場連合振興町会 佐藤',
    contactPhone: '06-0000-0001',
    contactHours: null,
    food: false,
    fire: false,
    uses: null,
    checklist: [],
    venues: null,
    notificationOnly: false,
    corrections: [],
    repeats: null,
    series: null,
    frames: [FRAME],
    duties: [{ key: 'a1', duty: '受付', place: null, startsAt: '2026-11-29T00:30:00.000Z', endsAt: '2026-11-29T04:00:00.000Z', people: 4, note: null }],
    publicRevision: 1,
    headcount: null,
    updatedAt: '2026-11-20T00:00:00.000Z',
    missing: [],
    approval: { caseId: '01900000-0000-7000-8000-0000000000ca', status: 'approved', revision: 1, dueOn: '2026-11-11', submittedAt: '2026-11-04T00:00:00.000Z', decidedAt: '2026-11-05T01:00:00.000Z', remarks: [], conditions: [], rule: null },
    reason: null,
    change: null,
    review: null,
    report: null,
    ...change,
  };
}
