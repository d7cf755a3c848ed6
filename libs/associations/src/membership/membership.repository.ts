import { Injectable } from '@nestjs/common';
import { rows, type DateOnly, type Tx } from '@yoriai/platform';
import { LEADING_ROLES } from '../actor/actor.js';
import type { OrganisationKind } from '../organisation/organisation.service.js';
import { KEPT_DAYS, WAITING_DAYS, type MembershipState } from './membership.rules.js';

/** That somebody would like to join an association (加入の相談). They have no record as a person: name and contact stand here. */
export interface MembershipRow {
  id: string;
  organisationId: string;
  /** null: forgotten. */
  contactName: string | null;
  /** Normalised. */
  contactPhone: string | null;
  contactEmail: string | null;
  note: string | null;
  language: string;
  state: MembershipState;
  contactedBy: string | null;
  forgottenAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** An association that can be asked. */
export interface JoinableOrganisation {
  slug: string;
  name: string;
  kana: string;
  kind: OrganisationKind;
  areaSlug: string;
}

const COLUMNS = `id, organisation_id as "organisationId", contact_name as "contactName", contact_phone as "contactPhone", contact_email as "contactEmail",
  note, language, state, contacted_by as "contactedBy", forgotten_at as "forgottenAt", created_at as "createdAt", updated_at as "updatedAt"`;

/** Whom one can join: associations of streets, and the federation for whoever does not know theirs. Nobody can be asked where nobody leads. */
const JOINABLE = `
  select organisation.id, organisation.slug, organisation.name, organisation.kana, organisation.kind, area.slug as "areaSlug"
  from associations.organisation organisation join associations.area area on area.id = organisation.area_id
  where organisation.status = 'active' and organisation.kind in ('neighbourhood', 'federation')
    and exists (select from associations.officer_term term where term.organisation_id = organisation.id and term.role = any($1) and $2 between term.starts_on and term.ends_on)`;

const FORGET = 'update associations.membership_request set contact_name = null, contact_phone = null, contact_email = null, note = null, forgotten_at = $1';

/** SQL of requests to join. */
@Injectable()
export class MembershipRepository {
  /** Those that can be asked today, by area, associations of streets before the federation. */
  joinable(tx: Tx, today: DateOnly): Promise<(JoinableOrganisation & { id: string })[]> {
    return rows(tx, `${JOINABLE} order by area.sort, organisation.kind desc, organisation.kana, organisation.id`, [[...LEADING_ROLES], today]);
  }

  /** Of these organisations, as far as it is known who asked or they are of the last year: those that wait first, the newest first. */
  ofOrganisations(tx: Tx, organisationIds: readonly string[], since: Date): Promise<MembershipRow[]> {
    return rows(tx, `select ${COLUMNS} from associations.membership_request where organisation_id = any($1) and created_at >= $2 order by (state = 'waiting' and forgotten_at is null) desc, created_at desc, id`, [organisationIds, since]);
  }

  /** Which wait for somebody of these organisations, the oldest first; without who asks. */
  waitingOf(tx: Tx, organisationIds: readonly string[]): Promise<{ id: string; organisationName: string; createdAt: Date }[]> {
    return rows(
      tx,
      `select request.id, organisation.name as "organisationName", request.created_at as "createdAt" from associations.membership_request request
       join associations.organisation organisation on organisation.id = request.organisation_id
       where request.organisation_id = any($1) and request.state = 'waiting' and request.forgotten_at is null order by request.created_at, request.id`,
      [organisationIds],
    );
  }

  /** Those of these organisations for which somebody waits. */
  async awaited(tx: Tx, organisationIds: readonly string[]): Promise<Set<string>> {
    const found = await rows<{ id: string }>(tx, `select distinct organisation_id as id from associations.membership_request where organisation_id = any($1) and state = 'waiting' and forgotten_at is null`, [organisationIds]);
    return new Set(found.map(({ id }) => id));
  }

  async byTicketHash(tx: Tx, ticketHash: Buffer): Promise<MembershipRow | null> {
    return (await rows<MembershipRow>(tx, `select ${COLUMNS} from associations.membership_request where ticket_hash = $1`, [ticketHash]))[0] ?? null;
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<MembershipRow[]> {
    return ids.length === 0 ? Promise.resolve([]) : rows(tx, `select ${COLUMNS} from associations.membership_request where id = any($1)`, [ids]);
  }

  async lock(tx: Tx, id: string): Promise<MembershipRow | null> {
    return (await rows<MembershipRow>(tx, `select ${COLUMNS} from associations.membership_request where id = $1 for update`, [id]))[0] ?? null;
  }

  async insert(tx: Tx, { ticketHash, ...row }: Omit<MembershipRow, 'contactedBy' | 'forgottenAt' | 'updatedAt'> & { ticketHash: Buffer }): Promise<void> {
    await rows(
      tx,
      `insert into associations.membership_request (id, ticket_hash, organisation_id, contact_name, contact_phone, contact_email, note, language, state, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [row.id, ticketHash, row.organisationId, row.contactName, row.contactPhone, row.contactEmail, row.note, row.language, row.state, row.createdAt],
    );
  }

  async move(tx: Tx, id: string, to: { state: MembershipState; contactedBy: string | null; at: Date }): Promise<void> {
    await rows(tx, 'update associations.membership_request set state = $2, contacted_by = coalesce($3, contacted_by), updated_at = $4 where id = $1', [id, to.state, to.contactedBy, to.at]);
  }

  /** How many stand behind one contact. Whoever else asks with its number or its address waits until this transaction ends. */
  async heldBy(tx: Tx, { contactPhone, contactEmail }: Pick<MembershipRow, 'contactPhone' | 'contactEmail'>, since: Date): Promise<{ waiting: number; today: number }> {
    // One after the other, always in the same order: two who share both wait for each other in no circle.
    for (const contact of [contactPhone, contactEmail].filter((each) => each !== null).sort()) await rows(tx, `select pg_advisory_xact_lock(hashtextextended('membership ' || $1::text, 0))`, [contact]);
    const [found] = await rows<{ waiting: number; today: number }>(
      tx,
      `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where created_at > $3)::int as today
       from associations.membership_request where contact_phone = $1 or contact_email = $2`,
      [contactPhone, contactEmail, since],
    );
    return found ?? { waiting: 0, today: 0 };
  }

  /** Nobody knows any more who asked. */
  async forgetOne(tx: Tx, id: string, now: Date): Promise<void> {
    await rows(tx, `${FORGET} where id = $2`, [now, id]);
  }

  /** Forgets who asked, when its time is over; answers which. That somebody asked, whom and when stays. */
  async forget(tx: Tx, now: Date): Promise<string[]> {
    const forgotten = await rows<{ id: string }>(
      tx,
      `${FORGET} where forgotten_at is null and updated_at < $1::timestamptz - make_interval(days => case when state = 'waiting' then $3::int else $2::int end) returning id`,
      [now, KEPT_DAYS, WAITING_DAYS],
    );
    return forgotten.map(({ id }) => id);
  }
}
