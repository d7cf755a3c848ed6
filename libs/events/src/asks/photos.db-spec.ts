import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicantList } from '../application/applicant-list.service.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import type { ApplicationAnswer } from '../application/application.dto.js';
import { SignUps } from '../application/sign-up.service.js';
import { GuardianConsents } from '../consent/guardian-consents.service.js';
import { ConsentTown, YES } from '../consent/testing/consent-town.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventsModule } from '../events.module.js';
import { Postponements } from '../weather/postponements.service.js';
import { EventsWorkerModule } from '../events.worker.js';
import { AnswersForgetting } from './forgetting.js';
import { PhotoAnswers } from './photo-answers.service.js';

let app: TestApp;
let cast: Cast;
let town: ConsentTown;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
  town = new ConsentTown(app, cast);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const asking = (asks = {}, more = {}): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: [{ name: 'だれでも', capacity: 3, perApplicationMax: 4, asks: { photos: true, ...asks } }], ...more });
const apply = (event: EventDetail, index: number, more = {}): Promise<ApplicationAnswer> => app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index), ...more });
const photosOf = async (answer: ApplicationAnswer): Promise<unknown> => (await town.ticketOf(answer)).photos;
const listed = async ({ id }: EventDetail): Promise<unknown[]> => (await app.get(ApplicantList).ofEvent(cast.leader, id)).items.map(({ photos }) => photos);

describe('whether pictures may be shown', () => {
  it('is asked of whoever applies, without an answer beforehand; the host sees it, and who said no has a place like everybody', async () => {
    const event = await asking();
    await expect(apply(event, 1)).rejects.toMatchObject({ code: 'application.photos-needed', status: 422, fields: [{ field: 'photos' }] });
    const [yes, no] = [await apply(event, 2, { photos: true }), await apply(event, 3, { photos: false })];
    expect([yes.status, no.status, await photosOf(yes), await photosOf(no)]).toEqual(['confirmed', 'confirmed', 'yes', 'no']);
    await app.get(SignUps).enter(cast.leader, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(4), channel: 'phone' });
    expect((await listed(event)).sort()).toEqual(['no', 'unanswered', 'yes']);
    await expect(apply(await anEvent(app, cast, 'published'), 5, { photos: true })).rejects.toMatchObject({ code: 'application.photos-not-asked' });
  });

  it('is said otherwise by the holder of the ticket, also after the event, for the whole group; and forgotten with the answers', async () => {
    const event = await asking();
    await apply(event, 11, { photos: true });
    const group = await apply(event, 10, { heads: 3, partIsFine: true, photos: true });
    expect(group.rest).not.toBeNull();
    app.clock.set('2026-12-10T10:00:00+09:00');
    await app.get(PhotoAnswers).sayByTicket(tokenOf(group.ticketUrl), false);
    const rows = () => app.database.asOwner('select photos from events.application where event_id = $1 and person_id in (select person_id from events.application where part_of is not null) order by id', [event.id]);
    expect(await rows()).toEqual([{ photos: false }, { photos: false }]);
    await app.get(PhotoAnswers).sayByTicket(tokenOf(group.rest!.ticketUrl), true);
    expect(await rows()).toEqual([{ photos: true }, { photos: true }]);
    app.clock.set('2026-12-29T13:00:01+09:00');
    await expect(app.get(PhotoAnswers).sayByTicket(tokenOf(group.ticketUrl), false)).rejects.toMatchObject({ code: 'application.event-over', status: 409 });
    await app.get(AnswersForgetting).sweep(app.clock.now());
    expect(await rows()).toEqual([{ photos: null }, { photos: null }]);
    await expect(app.get(PhotoAnswers).sayByTicket('nobody', true)).rejects.toMatchObject({ code: 'application.ticket-unknown', status: 404 });
  });

  it('goes with those who wait as the rest of a group that is parted later', async () => {
    const event = await asking();
    const first = await apply(event, 20, { heads: 2, photos: true });
    await apply(event, 22, { photos: true });
    await apply(event, 21, { heads: 3, partIsFine: true, photos: false });
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(first.ticketUrl));
    expect((await listed(event)).sort()).toEqual(['no', 'no', 'yes']);
  });

  it('is a guardian’s to say for a child who applies alone: with the yes, by the same link later, and anew when the day is another', async () => {
    const event = await asking({ guardian: true }, { rainPolicy: 'postponed' });
    await expect(apply(event, 30, { photos: true, guardian: { by: 'child', email: 'guardian-30@example.jp' } })).rejects.toMatchObject({ code: 'application.photos-by-guardian' });
    const child = await town.alone(event, 31);
    const { revision, read, photos } = await town.read(child);
    expect([photos, (await town.ticketOf(child)).photosOpen]).toEqual(['unanswered', false]);
    const [consents, answers, link] = [app.get(GuardianConsents), app.get(PhotoAnswers), town.linkOf(child)];
    await expect(answers.sayByGuardian(link, true)).rejects.toMatchObject({ code: 'application.consent-asked', status: 409 });
    await expect(consents.giveByToken(link, { ...YES, revision, read })).rejects.toMatchObject({ code: 'application.photos-needed', status: 422 });
    await consents.giveByToken(link, { ...YES, revision, read, photos: false });
    expect(await photosOf(child)).toBe('no');
    await expect(answers.sayByTicket(tokenOf(child.ticketUrl), true)).rejects.toMatchObject({ code: 'application.photos-by-guardian', status: 409 });
    await answers.sayByGuardian(link, true);
    expect(await photosOf(child)).toBe('yes');
    await app.get(Postponements).postpone(cast.leader, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! });
    await app.deliver();
    expect(await photosOf(child)).toBe('unanswered');
  });

  it('is written down by a leader with what a guardian said on paper, and said by a guardian who applies', async () => {
    const event = await asking({ guardian: true });
    const [child, guardian] = [await town.alone(event, 40), await apply(event, 41, { photos: true, guardian: { by: 'guardian', ...YES } })];
    await app.get(GuardianConsents).record(cast.leader, child.id!, { ...YES, how: 'paper', photos: true });
    expect([await photosOf(child), await photosOf(guardian)]).toEqual(['yes', 'yes']);
    await app.get(PhotoAnswers).sayByTicket(tokenOf(guardian.ticketUrl), false);
    expect(await photosOf(guardian)).toBe('no');
  });

  it('is written down as often as a guardian telephones, with who wrote it; the yes stays as it was', async () => {
    const event = await asking({ guardian: true });
    const child = await town.alone(event, 50);
    const call = (photos: boolean) => app.get(GuardianConsents).record(cast.leader, child.id!, { ...YES, how: 'phone', photos });
    await call(true);
    const given = (await town.ticketOf(child)).guardian?.givenAt;
    app.clock.set('2026-11-03T10:00:00+09:00');
    await call(false);
    expect([await photosOf(child), (await town.ticketOf(child)).guardian?.givenAt]).toEqual(['no', given]);
    const log = await app.database.asOwner('select cause, from_status, to_status, actor_person_id from events.application_transition where application_id = $1 order by at desc limit 1', [child.id]);
    expect(log).toEqual([{ cause: 'consent', from_status: 'confirmed', to_status: 'confirmed', actor_person_id: cast.leader.personId }]);
  });

  it('is no child’s to say where the host asks guardians no more; a guardian who applied still says it', async () => {
    const event = await asking({ guardian: true });
    const [child, guardian] = [await town.alone(event, 60), await apply(event, 61, { photos: true, guardian: { by: 'guardian', ...YES } })];
    const { version } = await app.get(EventQueries).detail(cast.leader, event.id);
    const frames = [{ id: event.frames[0]!.id, name: 'だれでも', capacity: 3, perApplicationMax: 4, asks: { guardian: false, photos: true } }];
    await app.get(EventChangeDrafts).update(cast.leader, event.id, { frames }, `"${version}"`);
    await app.get(EventApprovals).submit(cast.leader, event.id);
    await app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 });
    await app.deliver();
    const says = ({ ticketUrl }: ApplicationAnswer) => app.get(PhotoAnswers).sayByTicket(tokenOf(ticketUrl), false);
    await expect(says(child)).rejects.toMatchObject({ code: 'application.photos-by-guardian', status: 409 });
    expect(await town.ticketOf(child)).toMatchObject({ status: 'confirmed', guardian: null, photos: 'unanswered', photosOpen: false });
    await says(guardian);
    expect(await photosOf(guardian)).toBe('no');
  });

  it('is no child’s to say where the guardian who was asked was erased, whatever else is asked since', async () => {
    const event = await asking({ guardian: true });
    const child = await town.alone(event, 70);
    await app.get(GuardianConsents).record(cast.leader, child.id!, { ...YES, how: 'paper', photos: true });
    await app.database.asOwner('update events.guardian_consent set guardian_name = null, relation = null, guardian_email = null, said = null where application_id = $1', [child.id]);
    await expect(app.get(PhotoAnswers).sayByTicket(tokenOf(child.ticketUrl), true)).rejects.toMatchObject({ code: 'application.photos-by-guardian', status: 409 });
    expect(await town.ticketOf(child)).toMatchObject({ photosOpen: false });
  });
});
