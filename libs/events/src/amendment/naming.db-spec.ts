import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicantList } from '../application/applicant-list.service.js';
import { Applications } from '../application/applications.service.js';
import { SignUps } from '../application/sign-up.service.js';
import type { ApplicationAnswer, ApplyRequest } from '../application/application.dto.js';
import { ConsentTown } from '../consent/testing/consent-town.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import type { FrameDraft } from '../frame/frame-draft.dto.js';
import type { AmendByHostRequest } from './amendment.dto.js';
import { Amendments } from './amendments.service.js';

let app: TestApp;
let cast: Cast;
let town: ConsentTown;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  town = new ConsentTown(app, cast);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const published = (frame: Partial<FrameDraft> = {}): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 4, perApplicationMax: 4, ...frame }] });
const applies = (event: EventDetail, index: number, more: Partial<ApplyRequest> = {}): Promise<ApplicationAnswer> => app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index), ...more });
const mend = ({ id }: ApplicationAnswer, said: AmendByHostRequest) => app.get(Amendments).byHost(cast.leader, id!, said);
const lines = async ({ id }: EventDetail) => (await app.get(ApplicantList).ofEvent(cast.leader, id)).items;
const keys = async ({ id }: EventDetail) => (await app.database.asOwner<{ search_key: string }>('select distinct search_key from events.application where event_id = $1', [id])).map((row) => row.search_key);

describe('how somebody is written', () => {
  it('is mended by a leader, on the list, on the ticket and where they are found', async () => {
    const event = await published();
    const answer = await applies(event, 900);
    await mend(answer, { name: ' 川口 花子 ', kana: 'かわぐち はなこ' });
    expect(await lines(event)).toMatchObject([{ name: '川口 花子', kana: 'かわぐち はなこ', amended: [{ by: 'host', what: ['name'] }] }]);
    expect(await app.get(Applications).ticket(tokenOf(answer.ticketUrl))).toMatchObject({ name: '川口 花子', status: 'confirmed' });
    expect(await keys(event)).toEqual(['川口花子']);
    const [change] = await app.database.asOwner<{ was: unknown; now: unknown }>('select was, now from events.application_amendment where application_id = $1', [answer.id]);
    expect(change).toEqual({ was: { name: '町民 900（ちょうみん）' }, now: { name: '川口 花子（かわぐち はなこ）' } });
    await mend(answer, { name: '川口 花子', kana: 'かわぐち はなこ' });
    const told = (await app.outbox()).filter(({ message, payload }) => message === 'events.application-amended' && payload['applicationId'] === answer.id);
    expect(told).toHaveLength(1);
  });

  it('is mended of a group too, and of one person there is none', async () => {
    const event = await published({ kind: 'group' });
    const answer = await applies(event, 901, { groupName: 'なにわ凧' });
    await mend(answer, { groupName: 'なにわ凧クラブ' });
    expect(await lines(event)).toMatchObject([{ groupName: 'なにわ凧クラブ', name: '町民 901', amended: [{ what: ['groupName'] }] }]);
    const alone = await published();
    await mend(await applies(alone, 902), { groupName: 'なにわ凧クラブ' });
    expect(await lines(alone)).toMatchObject([{ groupName: null, amended: [] }]);
  });

  it('is mended of all parts of one group', async () => {
    const event = await published();
    await applies(event, 909);
    await mend(await applies(event, 908, { heads: 4, partIsFine: true }), { name: '川口 花子' });
    expect((await lines(event)).map(({ name, status }) => [name, status])).toEqual(expect.arrayContaining([['川口 花子', 'confirmed'], ['川口 花子', 'waitlisted']]));
    expect((await keys(event)).sort()).toEqual(['川口花子', '町民909']);
  });

  it('is not mended by the ticket', async () => {
    const event = await published();
    const answer = await applies(event, 903);
    await app.get(Amendments).byTicket(tokenOf(answer.ticketUrl), { heads: 2, name: '別の 人' } as never);
    expect(await lines(event)).toMatchObject([{ name: '町民 903', heads: 2, amended: [{ what: ['heads'] }] }]);
  });

  it('stays theirs who sign in, and theirs to whom a guardian said yes', async () => {
    const event = await published();
    const own = await app.get(SignUps).apply(cast.leader, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(904), name: cast.leader.name });
    await app.database.asOwner(`insert into identity.account (id, person_id, email, status, created_at) values ($1, $1, 'own-904@example.jp', 'active', now()) on conflict do nothing`, [cast.leader.personId]);
    await expect(mend(own, { name: '別の 人' })).rejects.toMatchObject({ code: 'application.name-theirs', status: 409 });
    const kids = await town.kite();
    const child = await town.alone(kids, 905);
    // Also while they have not answered: they may be reading the name just now.
    await expect(mend(child, { name: '別の 子' })).rejects.toMatchObject({ code: 'application.name-consented', status: 409 });
    await app.database.asOwner(`update events.application set consent = 'given', status = 'confirmed' where id = $1`, [child.id]);
    await expect(mend(child, { name: '別の 子' })).rejects.toMatchObject({ code: 'application.name-consented', status: 409 });
  });

  it('is theirs as soon as they joined the record with one they sign in with', async () => {
    const event = await published();
    const before = await applies(event, 911);
    await app.database.asOwner(`insert into identity.account (id, person_id, email, status, created_at) values ($1, $1, 'own-904@example.jp', 'active', now()) on conflict do nothing`, [cast.leader.personId]);
    await app.database.asOwner('update identity.person set merged_into = $2 where id = (select person_id from events.application where id = $1)', [before.id, cast.leader.personId]);
    await expect(mend(before, { name: '別の 人' })).rejects.toMatchObject({ code: 'application.name-theirs', status: 409 });
  });

  it('is not written again over somebody who was erased', async () => {
    const event = await published();
    const gone = await applies(event, 912);
    await app.database.asOwner(`update identity.person set name = '（消しました）', kana = 'けしました' where id = (select person_id from events.application where id = $1)`, [gone.id]);
    await expect(mend(gone, { name: '川口 花子' })).rejects.toMatchObject({ code: 'application.name-erased', status: 409 });
    expect(await lines(event)).toMatchObject([{ name: '（消しました）', amended: [] }]);
  });

  it('makes nobody apply twice: who stands there already with the same contact keeps it', async () => {
    const event = await published();
    await applies(event, 906, { name: '川口 花子', email: 'two@example.jp' });
    const second = await applies(event, 907, { email: 'two@example.jp' });
    await expect(mend(second, { name: '川口 花子' })).rejects.toMatchObject({ status: 409, code: expect.stringMatching(/^application\./) });
    expect((await lines(event)).map(({ name }) => name).sort()).toEqual(['川口 花子', '町民 907'].sort());
  });
});
