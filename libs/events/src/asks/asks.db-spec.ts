import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicantList } from '../application/applicant-list.service.js';
import type { ApplyRequest } from '../application/application.dto.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import { Applications } from '../application/applications.service.js';
import { SignUps } from '../application/sign-up.service.js';
import { EventDrafts } from '../event/event-draft.service.js';
import { EventEdits } from '../event/event-edit.service.js';
import type { FrameDraft } from '../frame/frame-draft.dto.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { toAsks, type FrameAsksDraft } from './asks.dto.js';
import { AnswersForgetting } from './forgetting.js';
import { PublicEvents } from '../public-event/public-event.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const CHILDREN: FrameDraft = { name: 'こども', capacity: 4, perApplicationMax: 3, companions: 'names', asks: { ages: { by: 'grade', from: 6, to: 12 } } };
const SEVEN = '2019-10-01';

const published = (frame: FrameDraft): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: [frame] });
const request = (event: EventDetail, index: number, more: Partial<ApplyRequest>) => ({ eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index), ...more });
const apply = (event: EventDetail, index: number, more: Partial<ApplyRequest>) => app.get(SignUps).apply(null, request(event, index, more));

describe('a rule about ages', () => {
  it('refuses who is not among them, whoever enters them, and gives no place', async () => {
    const event = await published(CHILDREN);
    const child = { name: '町民 ひな', kana: 'ひな' };
    await expect(apply(event, 1, {})).rejects.toMatchObject({ code: 'application.born-needed', status: 422, fields: [{ field: 'born' }] });
    await expect(apply(event, 1, { born: '1980-04-02' })).rejects.toMatchObject({ code: 'application.age-outside', status: 422, fields: [{ field: 'born' }] });
    await expect(apply(event, 1, { heads: 2, born: SEVEN, companions: [{ ...child, born: '2021-04-02' }] })).rejects.toMatchObject({ code: 'application.age-outside', fields: [{ field: 'companions.0.born' }] });
    await expect(app.get(SignUps).enter(cast.leader, { ...request(event, 1, { born: '2013-04-01' }), channel: 'phone' })).rejects.toMatchObject({ code: 'application.age-outside' });
    await expect(apply(await published({ name: '席', capacity: 3 }), 1, { born: SEVEN })).rejects.toMatchObject({ code: 'application.born-not-asked', status: 422 });
    const [row] = await app.database.asOwner<{ places_taken: number }>('select places_taken from events.frame where event_id = $1', [event.id]);
    expect(row).toEqual({ places_taken: 0 });
  });

  it('tells those who lead the event how old they are on the day and nobody when they were born', async () => {
    const event = await published(CHILDREN);
    const answer = await apply(event, 2, { heads: 2, born: SEVEN, companions: [{ name: '町民 ひな', kana: 'ひな', born: '2021-04-01' }] });
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items[0]).toMatchObject({ age: { years: 7, schoolYear: 7, outside: false }, companions: [{ name: '町民 ひな', age: { years: 5, schoolYear: 6, outside: false } }] });
    const ticket = await app.get(Applications).ticket(tokenOf(answer.ticketUrl));
    const told = JSON.stringify([items, ticket, await app.outbox()]);
    expect(told).not.toMatch(/2019-10-01|2021-04-01|"born"/);
  });

  it('is judged on the day of the event: who grows out of it by a new day is pointed out', async () => {
    const event = await published({ ...CHILDREN, asks: { ages: { by: 'age', from: null, to: 7 } } });
    await apply(event, 3, { born: '2018-11-30' });
    await app.database.asOwner(`update events.event set starts_at = '2026-11-30T10:00:00+09:00', ends_at = '2026-11-30T12:00:00+09:00' where id = $1`, [event.id]);
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items[0]!.age).toEqual({ years: 8, schoolYear: 8, outside: true });
    await expect(apply(event, 4, { born: '2018-11-30' })).rejects.toMatchObject({ code: 'application.age-outside' });
  });

  it('is approved with the event, and is public', async () => {
    const event = await published(CHILDREN);
    const { id, ...frame } = event.frames[0]!;
    const open = await app.tx((tx) => app.get(PublicEvents).bySlug(tx, event.slug));
    for (const { asks } of [open.frames[0]!, frame]) expect(asks).toEqual({ ...CHILDREN.asks, questions: [], needs: [], fixed: false, guardian: false, photos: false, perAdult: null });
    const wider = { frames: [{ ...CHILDREN, id, asks: { ages: { by: 'grade' as const, from: 6, to: 13 } } }] };
    await expect(app.get(EventEdits).update(cast.leader, event.id, wider, `"${event.version}"`)).rejects.toMatchObject({ code: 'event.needs-new-approval' });
    await expect(app.get(EventDrafts).create(cast.leader, { organisationId: cast.host, frames: [{ ...CHILDREN, companions: 'number' }] })).rejects.toMatchObject({ fields: [{ field: 'frames.0.companions', code: 'event.ages-need-names' }] });
  });
});

describe('questions of the host', () => {
  const ASKING: FrameDraft = { name: '席', capacity: 4, asks: { questions: [{ kind: 'choice', label: '形', required: true, choices: ['四角', 'ひし形'] }], needs: ['wheelchair'] } };

  it('are answered with the application, seen by those who lead the event, and changed by ticket until it begins', async () => {
    const event = await published(ASKING);
    const [{ key } = { key: '' }] = event.frames[0]!.asks.questions;
    await expect(apply(event, 20, {})).rejects.toMatchObject({ code: 'application.answer-needed', status: 422, fields: [{ field: `answers.${key}` }] });
    const answer = await apply(event, 20, { answers: [{ key, value: '四角' }], needs: ['wheelchair'], needsText: '電動です' });
    const token = tokenOf(answer.ticketUrl);
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items[0]!.said).toEqual({ needs: ['wheelchair'], needsText: '電動です', answers: [{ key, label: '形', kind: 'choice', value: '四角' }] });
    const changes = app.get(ApplicationChanges);
    await expect(changes.answerByTicket(token, { answers: [{ key, value: '丸' }] })).rejects.toMatchObject({ code: 'application.answer-choice', fields: [{ field: `answers.${key}` }] });
    await changes.answerByTicket(token, { answers: [{ key, value: 'ひし形' }] });
    expect((await app.get(Applications).ticket(token)).said).toMatchObject({ needs: [], answers: [{ value: 'ひし形' }] });
    app.clock.set('2026-11-29T10:00:00+09:00');
    await expect(changes.answerByTicket(token, { answers: [{ key, value: '四角' }] })).rejects.toMatchObject({ code: 'application.event-over' });
    expect(JSON.stringify(await app.outbox())).not.toMatch(/電動|四角/);
  });

  it('are forgotten with the ages thirty days after the event, and the application stays', async () => {
    const event = await published({ ...CHILDREN, asks: { ...CHILDREN.asks, needs: ['allergy'] } });
    await apply(event, 30, { heads: 2, born: SEVEN, needs: ['allergy'], companions: [{ name: '町民 ひな', kana: 'ひな', born: SEVEN }] });
    const rows = () => app.database.asOwner('select born::text as born, answers, companions, heads from events.application where event_id = $1', [event.id]);
    const [before] = await rows();
    await app.get(AnswersForgetting).sweep(new Date('2026-12-29T13:00:00+09:00'));
    expect(await rows()).toEqual([before]);
    await app.get(AnswersForgetting).sweep(new Date('2026-12-29T13:00:01+09:00'));
    expect(await rows()).toEqual([{ born: null, answers: null, heads: 2, companions: [{ name: '町民 ひな', kana: 'ひな' }] }]);
  });

  it('are forgotten also of those who wait as the rest of a group', async () => {
    const event = await published({ ...CHILDREN, capacity: 3 });
    await apply(event, 32, { born: SEVEN });
    await apply(event, 31, { heads: 3, partIsFine: true, born: SEVEN, companions: ['ひな', 'そら'].map((name) => ({ name: `町民 ${name}`, kana: 'ちょうみん', born: SEVEN })) });
    await app.get(AnswersForgetting).sweep(new Date('2026-12-29T13:00:01+09:00'));
    const rows = await app.database.asOwner('select status, born, companions from events.application where event_id = $1 and heads + (part_of is not null)::int > 1 order by status', [event.id]);
    expect(rows).toEqual([
      { status: 'confirmed', born: null, companions: [{ name: '町民 ひな', kana: 'ちょうみん' }] },
      { status: 'waitlisted', born: null, companions: [{ name: '町民 そら', kana: 'ちょうみん' }] },
    ]);
  });
});

describe('a new question', () => {
  const asking = (...questions: [label: string, key?: string][]): FrameAsksDraft => ({ questions: questions.map(([label, key]) => ({ ...(key && { key }), kind: 'text', label, required: false, choices: [] })) });

  it('never gets the key of one that is gone, and those that stay keep theirs', () => {
    const [first, second] = toAsks(asking(['形'], ['色']), newId).questions.map(({ key }) => key) as [string, string];
    const later = toAsks(asking(['色', second], ['班']), newId).questions.map(({ key }) => key);
    expect(later[0]).toBe(second);
    expect([first, second]).not.toContain(later[1]);
    expect(later[1]).toMatch(/^[a-z0-9]{1,12}$/);
  });
});
