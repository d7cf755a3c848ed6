import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import type { ApplicationAnswer } from '../application/application.dto.js';
import { SignUps } from '../application/sign-up.service.js';
import { TicketCodes } from '../application/ticket-codes.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { GuardianAddresses } from './guardian-address.service.js';
import { GuardianConsents } from './guardian-consents.service.js';
import { readOf } from './consent.rules.js';
import { ConsentLinks } from './consent-links.service.js';
import { ConsentedPlans } from './consented-plans.js';
import { ConsentTown, YES } from './testing/consent-town.js';

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

const askAt = ({ ticketUrl }: ApplicationAnswer, email: string): Promise<void> => app.get(GuardianAddresses).askAt(tokenOf(ticketUrl), email);
const linkOf = ({ id }: ApplicationAnswer, nth: number): string => app.get(TicketCodes).consent(id!, nth).url.split('/g/')[1]!;

describe('the address of a guardian', () => {
  it('is put right by whoever holds the ticket: the new link asks, the old one is nobody’s, the day stays', async () => {
    const event = await town.kite();
    const answer = await town.alone(event, 1);
    expect(await town.ticketOf(answer)).toMatchObject({ guardian: { sentTo: 'gu•••@example.jp', releaseAt: '2026-11-26T00:00:00.000Z' } });
    app.clock.set('2026-11-24T10:00:00+09:00');
    await askAt(answer, 'Right@Example.JP');
    expect(await town.ticketOf(answer)).toMatchObject({ guardian: { sentTo: 'ri•••@example.jp', releaseAt: '2026-11-26T00:00:00.000Z' } });
    expect((await town.messages(answer)).filter((each) => each === 'consent-asked')).toHaveLength(2);
    await expect(town.read(answer)).rejects.toMatchObject({ code: 'application.consent-unknown', status: 404 });
    expect(await app.get(ConsentLinks).byToken(linkOf(answer, 1))).toMatchObject({ state: 'asked' });
    await app.get(GuardianConsents).giveByToken(linkOf(answer, 1), { ...YES, revision: 1, read: readOf(null) });
    await expect(askAt(answer, 'again@example.jp')).rejects.toMatchObject({ code: 'application.guardian-answered', status: 409 });
  });

  it('is written to five times more at most, never the child’s own, and no more than any contact in a day', async () => {
    const event = await town.kite(40);
    const answer = await town.alone(event, 2);
    await expect(askAt(answer, 'neighbour-2@example.jp')).rejects.toMatchObject({ code: 'application.guardian-own-email', status: 422 });
    for (let nth = 1; nth <= 5; nth += 1) await askAt(answer, 'same@example.jp');
    await expect(askAt(answer, 'same@example.jp')).rejects.toMatchObject({ code: 'application.guardian-resent-too-often', status: 429 });
    const children = await Promise.all(Array.from({ length: 30 }, (_, index) => town.applies(event, 100 + index, { by: 'child', email: 'full@example.jp' })));
    expect(children).toHaveLength(30);
    const other = await town.alone(event, 3);
    await expect(askAt(other, 'full@example.jp')).rejects.toMatchObject({ code: 'application.contact-too-often', status: 429 });
  });

  it('has as many letters in a day as links were sent, not as children are asked for', async () => {
    const event = await town.kite(40);
    const children = await Promise.all(Array.from({ length: 5 }, (_, index) => town.applies(event, 200 + index, { by: 'child', email: 'often@example.jp' })));
    for (const child of children) for (let nth = 1; nth <= 5; nth += 1) await askAt(child, 'often@example.jp');
    await expect(town.applies(event, 210, { by: 'child', email: 'often@example.jp' })).rejects.toMatchObject({ code: 'application.contact-too-often', status: 429 });
  });

  it('is nobody’s to change where a guardian applied, and of no use once the application ended', async () => {
    const event = await town.kite(3);
    const theirs = await town.applies(event, 4, { by: 'guardian', ...YES });
    await expect(askAt(theirs, 'hana@example.jp')).rejects.toMatchObject({ code: 'application.guardian-answered' });
    const ended = await town.alone(event, 5);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(ended.ticketUrl));
    await expect(askAt(ended, 'hana@example.jp')).rejects.toMatchObject({ code: 'application.already-cancelled' });
    await expect(app.get(GuardianAddresses).askAt('nobody', 'hana@example.jp')).rejects.toMatchObject({ code: 'application.ticket-unknown', status: 404 });
  });
});

describe('what a guardian says yes to', () => {
  it('is what the application answers, too: other answers meanwhile, and they read them first; later ones stand beside what they signed', async () => {
    const event = await town.kite(3, { frames: [{ name: 'こども', capacity: 3, asks: { guardian: true, needs: ['allergy'] } }] });
    const child = { name: '標野 ひばり', kana: 'しめの ひばり', heads: 1, email: 'child@example.jp' };
    const answer = await app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...child, guardian: { by: 'child', email: 'g@example.jp' }, needs: ['allergy'], needsText: 'たまご' });
    const read = await town.read(answer);
    expect(read).toMatchObject({ said: { needs: ['allergy'], needsText: 'たまご' }, saidThen: null, standing: 'guardian_pending' });
    const says = (needsText: string) => app.get(ApplicationChanges).answerByTicket(tokenOf(answer.ticketUrl), { needs: ['allergy'], needsText });
    await says('たまごと乳');
    await expect(app.get(GuardianConsents).giveByToken(town.linkOf(answer), { ...YES, revision: 1, read: read.read })).rejects.toMatchObject({ code: 'application.consent-changed', status: 409 });
    await town.gives(answer);
    expect(await town.read(answer)).toMatchObject({ state: 'given', saidThen: null });
    await says('そば');
    expect(await town.read(answer)).toMatchObject({ said: { needsText: 'そば' }, saidThen: { needsText: 'たまごと乳' } });
  });

  it('is what was compared with what they read, also where the child answers otherwise in that moment', async () => {
    const event = await town.kite(3, { frames: [{ name: 'こども', capacity: 3, asks: { guardian: true, needs: ['allergy'] } }] });
    const child = { name: '標野 ひばり', kana: 'しめの ひばり', heads: 1, email: 'child-2@example.jp' };
    const answer = await app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...child, guardian: { by: 'child', email: 'g-2@example.jp' }, needs: ['allergy'], needsText: 'たまご' });
    const { revision, read } = await town.read(answer);
    const plans = app.get(ConsentedPlans);
    const holds = plans.holds.bind(plans);
    let meanwhile: Promise<void> | undefined;
    let answered = false;
    const looked = jest.spyOn(plans, 'holds').mockImplementation(async (...args) => {
      meanwhile = app.get(ApplicationChanges).answerByTicket(tokenOf(answer.ticketUrl), { needs: ['allergy'], needsText: 'そば' }).finally(() => (answered = true));
      await until(async () => answered || (await waitForARow()));
      return holds(...args);
    });
    await app.get(GuardianConsents).giveByToken(town.linkOf(answer), { ...YES, revision, read });
    looked.mockRestore();
    await meanwhile;
    expect(await town.read(answer)).toMatchObject({ state: 'given', said: { needsText: 'そば' }, saidThen: { needsText: 'たまご' } });
  });
});

/** Does somebody in this database wait for a lock? */
const waitForARow = async (): Promise<boolean> => (await app.database.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0;

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}
