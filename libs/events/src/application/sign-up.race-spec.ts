import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { People } from '@yoriai/identity';
import { KeptSealed, newId, rows } from '@yoriai/platform';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventPublications } from '../event/event-publication.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { ApplicationChanges } from './application-changes.service.js';
import { reserve, type PlaceRequest } from './reserve.js';
import { meetingPoint, withoutTheLock } from './testing/without-the-lock.js';

/** Runs of the big race; `YORIAI_RACE_RUNS=20` for the long proof. */
const RUNS = Number(process.env.YORIAI_RACE_RUNS ?? 3);

interface FrameCounts {
  capacity: number;
  places_taken: number;
  waiting: number;
  heads: number;
  waitlisted: number;
  orders: number[];
}

async function countsOf(app: TestApp, frameId: string): Promise<FrameCounts> {
  const [row] = await app.tx((tx) =>
    rows<FrameCounts>(
      tx,
      `select capacity, places_taken, waiting,
         (select coalesce(sum(heads), 0)::int from events.application a where a.frame_id = f.id and a.status in ('confirmed', 'offered')) as heads,
         (select count(*)::int from events.application a where a.frame_id = f.id and a.status = 'waitlisted') as waitlisted,
         (select coalesce(array_agg(waitlist_order order by waitlist_order), '{}') from events.application a where a.frame_id = f.id and a.status = 'waitlisted') as orders
       from events.frame f where f.id = $1`,
      [frameId],
    ),
  );
  return row!;
}

describe('places under pressure', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await testApp({ imports: [EventsModule] });
    cast = await aCast(app);
  });
  afterAll(() => app.close());

  const published = (): Promise<EventDetail> => anEvent(app, cast, 'published');

  it.each(Array.from({ length: RUNS }, (_, run) => run + 1))('500 at once for 50 places: exactly 50, and 450 in the queue 1…450 (run %i)', async () => {
    const event = await published();
    const { values, errors } = await race(500, (index) => applied(app, event, index));
    expect(errors).toEqual([]);
    const positions = values.flatMap((answer) => (answer.status === 'waitlisted' ? [answer.waitlistPosition!] : []));
    expect(values.filter((answer) => answer.status === 'confirmed')).toHaveLength(50);
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
    expect(await countsOf(app, event.frames[0]!.id)).toMatchObject({ places_taken: 50, waiting: 450, heads: 50, waitlisted: 450 });
  }, 60_000);

  it('20 clicks of one person: one row, one person, 20 good answers', async () => {
    const event = await published();
    const [before] = await app.database.asOwner<{ people: number }>('select count(*)::int as people from identity.person');
    const { values, errors } = await race(20, () => applied(app, event, 7001));
    expect(errors).toEqual([]);
    expect(values.filter((answer) => answer.status === 'confirmed')).toHaveLength(1);
    expect(values.filter((answer) => answer.status === 'received')).toHaveLength(19);
    const [after] = await app.database.asOwner<{ people: number }>('select count(*)::int as people from identity.person');
    expect(after!.people - before!.people).toBe(1);
    expect(await countsOf(app, event.frames[0]!.id)).toMatchObject({ places_taken: 1, waiting: 0, heads: 1 });
  });

  it('families, cancellations and promotions all at once: the counters stay the sum', async () => {
    const event = await published();
    const early = await race(60, (index) => applied(app, event, 8000 + index, (index % 4) + 1));
    const tickets = early.values.flatMap((answer) => (answer.ticketUrl ? [answer.ticketUrl.split('/t/')[1]!] : []));
    const waiting = early.values.filter((answer) => answer.status === 'waitlisted').map((answer) => answer.id!);
    const changes = app.get(ApplicationChanges);
    const cancelling = tickets.slice(0, 25).map((token) => (): Promise<unknown> => changes.cancelByTicket(token));
    const promoting = waiting.map((id) => (): Promise<unknown> => changes.promote(cast.leader, id));
    const applying = Array.from({ length: 40 }, (_, index) => (): Promise<unknown> => applied(app, event, 8100 + index, (index % 3) + 1));
    const acts = Array.from({ length: 60 }, (_, index) => [cancelling[index], promoting[index], applying[index]]).flat().filter((act) => act !== undefined);
    const errors: unknown[] = [];
    // More at a time than there are connections, and no more than wait for one within its limit on a slow machine.
    await race(16, async () => {
      for (let act = acts.shift(); act; act = acts.shift()) await act().catch((error: unknown) => errors.push(error));
    });
    const codes = new Set(errors.map((error) => (error as { code?: string }).code));
    for (const code of codes) expect(['application.not-first', 'application.not-enough-places', 'application.not-waiting']).toContain(code);
    const counts = await countsOf(app, event.frames[0]!.id);
    expect(counts.places_taken).toBe(counts.heads);
    expect(counts.waiting).toBe(counts.waitlisted);
    expect(counts.places_taken).toBeLessThanOrEqual(50);
  });

  it('a cancelled event keeps nobody: sign-ups that race with the cancellation are in and out, or refused', async () => {
    const event = await published();
    const acts: (() => Promise<unknown>)[] = Array.from({ length: 60 }, (_, index) => () => applied(app, event, 9000 + index));
    acts.splice(30, 0, () => app.get(EventPublications).cancel(cast.leader, event.id, '台風のため'));
    const { errors } = await race(acts.length, (index) => acts[index]!());
    for (const error of errors) expect((error as { code?: string }).code).toBe('application.event-cancelled');
    expect(await countsOf(app, event.frames[0]!.id)).toMatchObject({ places_taken: 0, waiting: 0, heads: 0, waitlisted: 0 });
  });

  it('two approvers at once: one approves, the other hears that it is approved', async () => {
    const event = await anEvent(app, cast, 'submitted');
    const approvers = [cast.approver, cast.otherApprover];
    const { values, errors } = await race(2, (index) => app.get(EventApprovals).approve(approvers[index]!, event.id, { revision: 1 }));
    expect(values).toHaveLength(1);
    expect(errors).toMatchObject([{ code: 'event.is-approved', status: 409 }]);
    const decisions = await app.database.asOwner('select 1 from approvals.decision d join approvals.approval_case c on c.id = d.case_id where c.subject_id = $1', [event.id]);
    expect(decisions).toHaveLength(1);
  });
});

describe('control: the shipped reserve without its lock', () => {
  const CAPACITY = 5;
  const CALLERS = 12;
  let app: TestApp;
  let cast: Cast;

  beforeEach(async () => {
    app = await testApp({ imports: [EventsModule] });
    cast = await aCast(app);
  });
  afterEach(() => app.close());

  async function crowdWithoutTheLock(frameId: string) {
    const stripped: string[] = [];
    const meet = meetingPoint(CALLERS);
    const requests = await Promise.all(
      Array.from({ length: CALLERS }, async (_, index): Promise<PlaceRequest> => {
        const applicationId = newId();
        const key = `町民${index}`;
        const personId = await app.tx((tx) => app.get(People).add(tx, { name: key, kana: 'ちょうみん' }));
        const contact = { contactPhone: null, contactEmail: `${index}@example.jp` };
        const whole = { companions: [], born: null, groupName: null, answers: null,
          photos: null, guardian: null, partIsFine: false, rest: () => { throw new Error('nobody is parted'); } };
        const hash = { number: applicationId.slice(-12), spareNumber: newId, ticketHash: Buffer.from(applicationId), consentHash: Buffer.from(applicationId) };
        return { applicationId, frameId, personId, heads: 1, searchKey: key, channel: 'web', enteredBy: null, ...contact, ...hash, ...whole };
      }),
    );
    const outcome = await race(CALLERS, (index) => app.tx((tx) => reserve(withoutTheLock(tx, stripped, meet), app.get(KeptSealed), [requests[index]!], app.clock.now())));
    // It is the lock of the shipped statement that was missing, and nothing else.
    expect(stripped).toEqual(Array.from({ length: CALLERS }, () => 'events.reserve-lock'));
    return { ...outcome, verdicts: outcome.values.flat() };
  }

  it('oversells once the CHECK is gone too, so the race above does happen', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: 'いす席', capacity: CAPACITY }] });
    await app.database.asOwner('alter table events.frame drop constraint frame_places');
    const { verdicts, errors } = await crowdWithoutTheLock(event.frames[0]!.id);
    expect(errors).toEqual([]);
    expect(verdicts.filter(({ kind }) => kind === 'confirmed')).toHaveLength(CALLERS);
    expect(await countsOf(app, event.frames[0]!.id)).toMatchObject({ capacity: CAPACITY, places_taken: CALLERS, heads: CALLERS });
  });

  it('is stopped by the CHECK, which stands behind the lock', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: 'いす席', capacity: CAPACITY }] });
    const { verdicts, errors } = await crowdWithoutTheLock(event.frames[0]!.id);
    expect(verdicts).toHaveLength(CAPACITY);
    expect(errors).toHaveLength(CALLERS - CAPACITY);
    for (const error of errors) expect(error).toMatchObject({ code: 'application.no-place', status: 409 });
    expect(await countsOf(app, event.frames[0]!.id)).toMatchObject({ places_taken: CAPACITY, heads: CAPACITY });
  });
});
