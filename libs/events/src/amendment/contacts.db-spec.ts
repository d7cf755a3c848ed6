import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, tokenOf, type Cast } from '../an-event.builder.js';
import { Applications } from '../application/applications.service.js';
import { SignUps } from '../application/sign-up.service.js';
import { TicketCodes } from '../application/ticket-codes.js';
import type { ApplicationAnswer, ApplyRequest } from '../application/application.dto.js';
import { AnswersForgetting } from '../asks/forgetting.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import type { FrameDraft } from '../frame/frame-draft.dto.js';
import type { AmendRequest } from './amendment.dto.js';
import { Amendments } from './amendments.service.js';
import { EmailChanges } from './email-changes.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const small = (frame: Partial<FrameDraft> = {}): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 4, perApplicationMax: 4, ...frame }] });
const family = (event: EventDetail, index: number, more: Partial<ApplyRequest> = {}): Promise<ApplicationAnswer> =>
  app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index), ...more });
const change = (answer: ApplicationAnswer, request: AmendRequest) => app.get(Amendments).byTicket(tokenOf(answer.ticketUrl), request);
const ticket = (answer: ApplicationAnswer) => app.get(Applications).ticket(tokenOf(answer.ticketUrl));
const contactOf = async ({ id }: ApplicationAnswer) => (await app.database.asOwner<{ contact_phone: string | null; contact_email: string | null }>('select contact_phone, contact_email from events.application where id = $1', [id]))[0];
const messages = async ({ id }: ApplicationAnswer) => (await app.outbox()).flatMap(({ message, payload }) => (payload['applicationId'] === id ? [message.replace('events.', '')] : []));
const linkOf = (answer: ApplicationAnswer, link = 1): string => app.get(TicketCodes).emailChange(answer.id!, link).url.split('/m/')[1]!;
let nth = 1500;
const next = (): number => (nth += 1);

describe('how they are reached', () => {
  it('by telephone at once; not past another application of the same contact', async () => {
    const event = await small();
    const one = await family(event, next(), { phone: '090-0000-7001' });
    await change(one, { phone: '０９０－００００－７００２' });
    expect(await contactOf(one)).toMatchObject({ contact_phone: '09000007002' });
    const twin = await family(event, next(), { name: '町民 双子', phone: '090-0000-7003' });
    await family(event, next(), { name: '町民 双子', phone: '090-0000-7004' });
    await expect(change(twin, { phone: '090-0000-7004' })).rejects.toMatchObject({ code: 'application.duplicate', status: 409 });
    await expect(change(twin, { phone: '12' })).rejects.toMatchObject({ status: 422, fields: [{ field: 'phone' }] });
  });

  it('by mail only once the link that was sent there is followed; the address before is told, and an older link is nobody’s', async () => {
    const event = await small();
    const one = await family(event, next(), { email: 'mae@example.jp' });
    await change(one, { email: 'machigai@example.jp' });
    await change(one, { email: 'ato@example.jp' });
    expect(await contactOf(one)).toMatchObject({ contact_email: 'mae@example.jp' });
    expect((await ticket(one)).emailAsked).toMatchObject({ email: 'a•••@example.jp' });
    await expect(app.get(EmailChanges).confirm(linkOf(one, 1))).rejects.toMatchObject({ code: 'application.email-link-unknown', status: 404 });
    expect(await app.get(EmailChanges).byToken(linkOf(one, 2))).toMatchObject({ state: 'asked', email: 'ato@example.jp' });
    await app.get(EmailChanges).confirm(linkOf(one, 2));
    await app.get(EmailChanges).confirm(linkOf(one, 2));
    expect(await contactOf(one)).toMatchObject({ contact_email: 'ato@example.jp' });
    expect(await app.get(EmailChanges).byToken(linkOf(one, 2))).toMatchObject({ state: 'done', email: null });
    expect(await messages(one)).toEqual(['application-confirmed', 'email-change-asked', 'email-change-asked', 'application-amended']);
    const [amendment] = await app.database.asOwner<{ was: object; now: object }>('select was, now from events.application_amendment where application_id = $1', [one.id]);
    expect(amendment).toEqual({ was: { email: 'mae@example.jp' }, now: { email: 'ato@example.jp' } });
  });

  it('no longer by a link to a slip, once the address that stands is written again', async () => {
    const event = await small();
    const one = await family(event, next(), { email: 'tadashii@example.jp' });
    await change(one, { email: 'tadashi@example.jp' });
    await change(one, { email: 'tadashii@example.jp' });
    expect((await ticket(one)).emailAsked).toBeNull();
    await expect(app.get(EmailChanges).confirm(linkOf(one, 1))).rejects.toMatchObject({ code: 'application.email-link-unknown', status: 404 });
    expect(await contactOf(one)).toMatchObject({ contact_email: 'tadashii@example.jp' });
    await change(one, { email: 'tadashii@example.jp' });
    expect(await messages(one)).toEqual(['application-confirmed', 'email-change-asked']);
  });

  it('not by a link that is three days old, nor once the application ended', async () => {
    const event = await small();
    const one = await family(event, next(), {});
    await change(one, { email: 'osoi@example.jp' });
    app.clock.set('2026-11-05T10:00:00+09:00');
    expect(await app.get(EmailChanges).byToken(linkOf(one))).toMatchObject({ state: 'over' });
    await expect(app.get(EmailChanges).confirm(linkOf(one))).rejects.toMatchObject({ code: 'application.email-link-over', status: 409 });
  });

  it('also what waits of the same group', async () => {
    const event = await small();
    const parted = await family(event, next(), { heads: 3 });
    const rest = await family(event, next(), { heads: 3, partIsFine: true });
    expect(rest.rest).toMatchObject({ heads: 2 });
    await change(rest, { phone: '06-0000-8001' });
    expect(await app.database.asOwner('select contact_phone from events.application where id = $1 or part_of = $1', [rest.id])).toEqual([{ contact_phone: '0600008001' }, { contact_phone: '0600008001' }]);
    expect((await contactOf(parted))!.contact_phone).toBeNull();
    await expect(app.get(Amendments).byTicket(tokenOf(rest.rest!.ticketUrl), { heads: 1 })).rejects.toMatchObject({ code: 'application.amend-part' });
  });

  it('is not asked again and again: so many changes a day, so many addresses', async () => {
    const event = await small();
    const one = await family(event, next(), {});
    for (let index = 0; index < 10; index += 1) await change(one, { phone: `06-0000-90${10 + index}` });
    await expect(change(one, { phone: '06-0000-9099' })).rejects.toMatchObject({ code: 'application.amend-too-often', status: 429 });
    for (let index = 0; index < 5; index += 1) await change(one, { email: `nth-${index}@example.jp` });
    await expect(change(one, { email: 'nth-6@example.jp' })).rejects.toMatchObject({ code: 'application.amend-too-often', status: 429 });
  });
});

describe('a new address', () => {
  it('has as many letters in a day as links were sent there, not as applications name it', async () => {
    const event = await small({ capacity: 40 });
    for (let nth = 0; nth < 6; nth += 1) {
      const one = await family(event, next(), {});
      for (let link = 0; link < 5; link += 1) await change(one, { email: 'ookii@example.jp' });
    }
    const another = await family(event, next(), {});
    await expect(change(another, { email: 'ookii@example.jp' })).rejects.toMatchObject({ code: 'application.contact-too-often', status: 429 });
    await change(another, { email: 'betsu@example.jp' });
    app.clock.set('2026-11-03T10:00:00+09:00');
    await change(another, { email: 'ookii@example.jp' });
  });

  it('is counted also where the application asks another since; after a day nothing of it is left', async () => {
    const event = await small({ capacity: 40 });
    for (let nth = 0; nth < 10; nth += 1) {
      const one = await family(event, next(), {});
      for (let link = 0; link < 3; link += 1) await change(one, { email: 'mato@example.jp' });
      await change(one, { email: `yoso-${nth}@example.jp` });
    }
    const another = await family(event, next(), {});
    await expect(change(another, { email: 'mato@example.jp' })).rejects.toMatchObject({ code: 'application.contact-too-often', status: 429 });
    expect(JSON.stringify(await app.database.asOwner('select * from events.email_asked'))).not.toContain('mato');
    await app.get(AnswersForgetting).sweep(new Date('2026-11-03T09:59:59+09:00'));
    expect((await app.database.asOwner('select from events.email_asked')).length).toBeGreaterThanOrEqual(40);
    await app.get(AnswersForgetting).sweep(new Date('2026-11-04T10:00:00+09:00'));
    expect(await app.database.asOwner('select from events.email_asked')).toEqual([]);
  });

  it('is confirmed whatever was changed that day, and is none of the changes that a ticket has in a day', async () => {
    const one = await family(await small(), next(), {});
    await change(one, { email: 'kakunin@example.jp' });
    for (let index = 0; index < 9; index += 1) await change(one, { phone: `06-0000-91${10 + index}` });
    await app.get(EmailChanges).confirm(linkOf(one, 1));
    await change(one, { email: 'kakunin-2@example.jp' });
    await change(one, { phone: '06-0000-9119' });
    await app.get(EmailChanges).confirm(linkOf(one, 2));
    expect(await contactOf(one)).toEqual({ contact_phone: '0600009119', contact_email: 'kakunin-2@example.jp' });
    await expect(change(one, { phone: '06-0000-9120' })).rejects.toMatchObject({ code: 'application.amend-too-often', status: 429 });
  });
});
