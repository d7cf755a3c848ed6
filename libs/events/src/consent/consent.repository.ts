import { Injectable } from '@nestjs/common';
import { KeptSealed, rows, type Tx } from '@yoriai/platform';
import { consentAt } from '../sealed/sealed-columns.js';
import { GuardianConsentEntity, type GuardianConsent } from './consent.entity.js';

/** A group whose guardian was asked and has not said yes; parts of it may be in several applications. */
export interface UnansweredRow {
  application_id: string;
  event_id: string;
  frame_id: string;
  person_id: string;
  asked_at: Date;
  starts_at: Date;
  chased: number;
  anew: boolean;
  /** A place is kept for one of them. */
  pending: boolean;
}

/** A guardian to be told what became of the event. */
export interface GuardianToTell {
  /** The first of the group. */
  applicationId: string;
  /** Who applied. */
  personId: string;
  email: string;
  given: boolean;
  anew: boolean;
  askedAt: Date;
}

// Whoever the host took in is not known to have a place until that is told; then their guardian is asked, and the time to answer begins.
const UNANSWERED = `
  select consent.application_id, consent.event_id, application.frame_id, application.person_id, consent.asked_at, event.starts_at, consent.chased, consent.anew,
    bool_or(application.status = 'guardian_pending') as pending
  from events.application application
  join events.guardian_consent consent on consent.application_id = coalesce(application.part_of, application.id)
  join events.event event on event.id = application.event_id
  join events.frame frame on frame.id = application.frame_id and frame.asks -> 'guardian' = 'true'
  where application.consent = 'asked' and application.status in ('guardian_pending', 'offered', 'waitlisted', 'applied')
    and application.received_at is null and event.state = 'published' and event.starts_at > $1
    and not (application.status = 'guardian_pending' and application.answered_at is not null and application.answer_told_at is null)`;
const OF_GROUP = 'group by consent.application_id, application.frame_id, application.person_id, event.starts_at';

/** SQL of guardians' consents. An application's status changes only while its frame is locked; see application/reserve.ts. */
@Injectable()
export class ConsentRepository {
  constructor(private readonly sealed: KeptSealed) {}

  async byTokenHash(tx: Tx, tokenHash: Buffer): Promise<GuardianConsent | null> {
    const found = await tx.findOneBy(GuardianConsentEntity, { tokenHash });
    return found && this.opened(found);
  }

  async byApplications(tx: Tx, ids: readonly string[]): Promise<GuardianConsent[]> {
    const found = await rows<GuardianConsentEntity>(
      tx,
      `select application_id as "applicationId", event_id as "eventId", token_hash as "tokenHash", beside, guardian_email as "guardianEmail", guardian_name as "guardianName", relation,
         language, asked_at as "askedAt", anew, chased, given_at as "givenAt", revision, said, how, recorded_by as "recordedBy", link, resent_at as "resentAt"
       from events.guardian_consent where application_id = any($1::uuid[])`,
      [ids],
    );
    return found.map((row) => this.opened(row));
  }

  /** Those that are still to be answered: without a yes, with somebody in the group who is in or may come in. */
  async unansweredOf(tx: Tx, ids: readonly string[]): Promise<GuardianConsent[]> {
    return (await this.standing(tx, ids)).filter(({ givenAt }) => givenAt === null);
  }

  /** Those with somebody in the group who is in or may come in. */
  async standing(tx: Tx, ids: readonly string[]): Promise<GuardianConsent[]> {
    const consents = await this.byApplications(tx, ids);
    const found = await rows<{ id: string }>(
      tx,
      `select distinct coalesce(part_of, id) as id from events.application
       where (id = any($1::uuid[]) or part_of = any($1::uuid[])) and consent <> 'not-needed' and status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied')`,
      [consents.map(({ applicationId }) => applicationId)],
    );
    const active = new Set(found.map(({ id }) => id));
    return consents.filter(({ applicationId }) => active.has(applicationId));
  }

  /** Who is reached at an address of their own, of groups with somebody who is in or may come in; or (`calledOff`) who was until the event was called off. */
  guardiansOf(tx: Tx, eventId: string, calledOff: boolean): Promise<GuardianToTell[]> {
    const which = calledOff
      ? `application.id in (select application_id from events.application_transition where event_id = $1 and cause = 'event-cancelled')`
      : `application.received_at is null and application.status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied')`;
    return rows(
      tx,
      `select distinct consent.application_id as "applicationId", application.person_id as "personId", consent.guardian_email as email, consent.given_at is not null as given, consent.anew, consent.asked_at as "askedAt"
       from events.guardian_consent consent join events.application application on application.event_id = consent.event_id and coalesce(application.part_of, application.id) = consent.application_id
       where consent.event_id = $1 and consent.guardian_email is not null and ${which} order by consent.application_id`,
      [eventId],
    );
  }

  save(tx: Tx, consent: GuardianConsent): Promise<unknown> {
    const { applicationId: id, said, guardianName, relation } = consent;
    const close = (column: 'said' | 'guardian_name' | 'relation', value: unknown): string | null => this.sealed.close(consentAt(column, id), value);
    return tx.save(GuardianConsentEntity, { ...consent, said: close('said', said), guardianName: close('guardian_name', guardianName), relation: close('relation', relation) });
  }

  private opened(row: GuardianConsentEntity): GuardianConsent {
    const { applicationId: id, said, guardianName, relation } = row;
    const open = <T>(column: 'said' | 'guardian_name' | 'relation', value: string | null): T | null => this.sealed.open<T>(consentAt(column, id), value);
    return { ...row, said: open('said', said), guardianName: open('guardian_name', guardianName), relation: open('relation', relation) };
  }

  /** Every active application of the group, the first one too, and those that were declined without knowing it yet. To change them the frame is locked. */
  group(tx: Tx, id: string): Promise<{ id: string; pending: boolean; received: boolean; untold: boolean }[]> {
    return rows(
      tx,
      `select id, status = 'guardian_pending' as pending, received_at is not null as received, answered_at is not null and answer_told_at is null as untold from events.application
       where (id = $1 or part_of = $1) and (status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied')
         or (status = 'declined' and answered_at is not null and answer_told_at is null)) order by id`,
      [id],
    );
  }

  /** A guardian said yes for the group: whoever's place was kept for that has it. Only while the frame is locked. */
  async allow(tx: Tx, id: string, photos: boolean | null): Promise<void> {
    await rows(
      tx,
      `update events.application set consent = 'given', photos = coalesce($2, photos), status = case when status = 'guardian_pending' then 'confirmed' else status end where (id = $1 or part_of = $1) and consent = 'asked'`,
      [id, photos],
    );
  }

  /** The yes that was given is about something else now: the group's places are kept, and what the guardian said about pictures was about that too. Only while the frame is locked. */
  async doubt(tx: Tx, id: string): Promise<void> {
    await rows(
      tx,
      `update events.application set consent = 'asked', photos = case when exists (select from events.guardian_consent where application_id = $1 and beside) then null else photos end,
         status = case when status = 'confirmed' then 'guardian_pending' else status end where (id = $1 or part_of = $1) and consent = 'given'`,
      [id],
    );
  }

  /** The frames of an event that ask for consents. */
  async framesOf(tx: Tx, eventId: string): Promise<string[]> {
    const found = await rows<{ id: string }>(tx, `select id from events.frame where event_id = $1 and (asks -> 'guardian' = 'true' or exists (select from events.guardian_consent where event_id = $1)) order by id`, [eventId]);
    return found.map(({ id }) => id);
  }

  /** Who said yes for somebody of this event that is still to come, and to what; not for whoever is there already. */
  givenOf(tx: Tx, eventId: string, now: Date): Promise<{ application_id: string; frame_id: string; person_id: string; revision: number }[]> {
    return rows(
      tx,
      `select distinct consent.application_id, application.frame_id, application.person_id, consent.revision
       from events.guardian_consent consent join events.application application on application.event_id = consent.event_id and coalesce(application.part_of, application.id) = consent.application_id
       join events.event event on event.id = consent.event_id
       where consent.event_id = $1 and consent.given_at is not null and application.consent = 'given' and application.received_at is null
         and application.status in ('confirmed', 'offered', 'waitlisted', 'applied') and event.state = 'published' and event.starts_at > $2
       order by application.frame_id, consent.application_id`,
      [eventId, now],
    );
  }

  /** What a guardian said about pictures, or whoever answers for the group. Only while the frame is locked. */
  async sayPhotos(tx: Tx, id: string, photos: boolean): Promise<void> {
    await rows(tx, 'update events.application set photos = $2 where id = $1 or part_of = $1', [id, photos]);
  }

  /**
   * Where nobody asks any more, nobody is waited for: whose place was kept for a yes has it. Answers those. Of a guardian who was asked beside the
   * child nothing is left but that there was one: what only they may say is not the child's now. Only while the frames are locked.
   */
  async needNone(tx: Tx, eventId: string): Promise<{ id: string; person_id: string; pending: boolean; untold: boolean }[]> {
    const found = await rows<{ id: string; person_id: string; pending: boolean; untold: boolean }>(
      tx,
      `with quiet as (
         select application.id, application.status = 'guardian_pending' as pending from events.application application join events.frame frame on frame.id = application.frame_id
         where application.event_id = $1 and application.consent = 'asked' and not coalesce(frame.asks -> 'guardian' = 'true', false)),
       settled as (
         update events.application set consent = 'not-needed', status = case when status = 'guardian_pending' then 'confirmed' else status end
         from quiet where application.id = quiet.id returning application.id, application.person_id, coalesce(application.part_of, application.id) as root, quiet.pending, answered_at is not null and answer_told_at is null as untold),
       forgotten as (delete from events.guardian_consent where application_id in (select root from settled) and not beside),
       faceless as (
         update events.guardian_consent set guardian_email = null, guardian_name = null, relation = null, said = null, token_hash = sha256(gen_random_uuid()::text::bytea)
         where application_id in (select root from settled) and beside)
       select id, person_id, pending, untold from settled order by id`,
      [eventId],
    );
    return found;
  }

  /** Is a guardian of this event asked, or has one said yes, whom letters may still reach? */
  async anyLeft(tx: Tx, eventId: string): Promise<boolean> {
    const found = await rows(tx, `select from events.guardian_consent consent join events.application application on application.id = consent.application_id where consent.event_id = $1 and application.consent <> 'not-needed' limit 1`, [eventId]);
    return found.length > 0;
  }

  unanswered(tx: Tx, now: Date): Promise<UnansweredRow[]> {
    return rows(tx, `${UNANSWERED} ${OF_GROUP} order by application.frame_id, consent.application_id`, [now]);
  }

  /** The same of one, as it stands now. */
  async stillUnanswered(tx: Tx, id: string, now: Date): Promise<UnansweredRow | null> {
    return (await rows<UnansweredRow>(tx, `${UNANSWERED} and consent.application_id = $2 ${OF_GROUP}`, [now, id]))[0] ?? null;
  }

  /** False: another worker did, or they answered. */
  async markChased(tx: Tx, id: string, nth: number): Promise<boolean> {
    return (await rows(tx, 'update events.guardian_consent set chased = $2 where application_id = $1 and chased < $2 and given_at is null returning application_id', [id, nth])).length > 0;
  }
}
