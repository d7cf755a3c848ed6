import { Injectable } from '@nestjs/common';
import { AccessLog } from '@yoriai/identity';
import { constraintRefusals, named, rows, type DateOnly, type Tx } from '@yoriai/platform';
import type { Grant, Role } from '../actor/actor.js';
import type { OrganisationFacts } from '../organisation/organisation.policy.js';

constraintRefusals({
  officer_term_no_double: 'officer.duplicate',
  officer_term_invitation_once: { code: 'invitation.gone', status: 410 },
});

/** The row; never leaves the context. */
export interface OfficerTermRow {
  id: string;
  personId: string;
  organisationId: string;
  role: Role;
  title: string;
  startsOn: DateOnly;
  endsOn: DateOnly;
}

export interface NewTerm extends OfficerTermRow {
  invitationId: string | null;
  appointedBy: string | null;
  at: Date;
}

export interface EndingRow {
  id: string;
  termId: string;
  endedBy: string;
  reason: string;
  at: Date;
  oldEndsOn: DateOnly;
  newEndsOn: DateOnly;
}

// Dates leave PostgreSQL as text: as a JavaScript Date they would move with the process's time zone.
const COLUMNS = `term.id, term.person_id as "personId", term.organisation_id as "organisationId", term.role, term.title,
  term.starts_on::text as "startsOn", term.ends_on::text as "endsOn"`;

@Injectable()
export class OfficerTermRepository {
  constructor(private readonly log: AccessLog) {}

  /** Runs with every signed-in request. */
  async grantsOf(tx: Tx, personId: string, today: DateOnly): Promise<Grant[]> {
    return named<Grant>(tx, 'associations.grants-of', GRANTS_OF, [personId, today]);
  }

  /** A person's terms of this day, with their titles. */
  async currentOf(tx: Tx, personId: string, today: DateOnly): Promise<OfficerTermRow[]> {
    return rows<OfficerTermRow>(
      tx,
      `select ${COLUMNS} from associations.officer_term term
       where person_id = $1 and starts_on <= $2 and ends_on >= $2 order by starts_on, id`,
      [personId, today],
    );
  }

  /** Writes a term, and in the access log who gave it. */
  async add(tx: Tx, term: NewTerm): Promise<void> {
    await rows(
      tx,
      `insert into associations.officer_term
         (id, person_id, organisation_id, role, title, starts_on, ends_on, invitation_id, appointed_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        term.id,
        term.personId,
        term.organisationId,
        term.role,
        term.title,
        term.startsOn,
        term.endsOn,
        term.invitationId,
        term.appointedBy,
        term.at,
      ],
    );
    await this.log.add(tx, { actorPersonId: term.appointedBy, action: 'officer.appointed', subject: `officer-term:${term.id}`, reason: term.role });
  }

  /** Terms of one organisation, or of all; with `endingFrom` only those that end on that day or later. */
  async list(tx: Tx, filter: { organisationId?: string; endingFrom?: DateOnly }): Promise<OfficerTermRow[]> {
    return rows<OfficerTermRow>(
      tx,
      `select ${COLUMNS} from associations.officer_term term
       where ($1::uuid is null or organisation_id = $1) and ($2::date is null or ends_on >= $2)
       order by organisation_id, starts_on, id`,
      [filter.organisationId ?? null, filter.endingFrom ?? null],
    );
  }

  /** Who holds one of the roles on this day, in one organisation or in any. */
  async holders(tx: Tx, roles: readonly Role[], day: DateOnly, organisationId?: string): Promise<OfficerTermRow[]> {
    return rows<OfficerTermRow>(
      tx,
      `select ${COLUMNS} from associations.officer_term term
       where role = any($1::text[]) and starts_on <= $2 and ends_on >= $2 and ($3::uuid is null or organisation_id = $3)
       order by starts_on, id`,
      [roles, day, organisationId ?? null],
    );
  }

  /** A term and the facts of its organisation that decide who may see and end it. */
  async byId(tx: Tx, id: string): Promise<{ term: OfficerTermRow; organisation: OrganisationFacts } | null> {
    const [row] = await rows<OfficerTermRow & { kind: string; areaId: string | null }>(
      tx,
      `select ${COLUMNS}, organisation.kind, organisation.area_id as "areaId"
       from associations.officer_term term
       join associations.organisation organisation on organisation.id = term.organisation_id
       where term.id = $1`,
      [id],
    );
    if (!row) return null;
    const { kind, areaId, ...term } = row;
    return { term, organisation: { id: term.organisationId, kind, areaId } };
  }

  async lock(tx: Tx, id: string): Promise<OfficerTermRow | null> {
    const [row] = await rows<OfficerTermRow>(tx, `select ${COLUMNS} from associations.officer_term term where id = $1 for update`, [id]);
    return row ?? null;
  }

  /** All administrators' terms that are not over, locked in id order: two who end each other must not both succeed. */
  async lockAdmins(tx: Tx, today: DateOnly): Promise<OfficerTermRow[]> {
    return rows<OfficerTermRow>(
      tx,
      `select ${COLUMNS} from associations.officer_term term where role = 'admin' and ends_on >= $1 order by id for update`,
      [today],
    );
  }

  /** Shortens a term and writes down, also in the access log, who did it. */
  async end(tx: Tx, ending: EndingRow): Promise<void> {
    await rows(tx, 'update associations.officer_term set ends_on = $2 where id = $1', [ending.termId, ending.newEndsOn]);
    await rows(
      tx,
      `insert into associations.term_ending (id, term_id, ended_by, reason, ended_at, old_ends_on, new_ends_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [ending.id, ending.termId, ending.endedBy, ending.reason, ending.at, ending.oldEndsOn, ending.newEndsOn],
    );
    await this.log.add(tx, { actorPersonId: ending.endedBy, action: 'officer.term-ended', subject: `officer-term:${ending.termId}` });
  }
}

const GRANTS_OF = `
select term.id as "termId", term.organisation_id as "organisationId", organisation.area_id as "areaId", term.role
from associations.officer_term term
join associations.organisation organisation on organisation.id = term.organisation_id
where term.person_id = $1 and term.starts_on <= $2::date and term.ends_on >= $2::date and organisation.status <> 'dissolved'
order by term.starts_on, term.id`;
