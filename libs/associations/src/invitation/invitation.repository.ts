import { Injectable } from '@nestjs/common';
import { AccessLog, type Language } from '@yoriai/identity';
import { constraintRefusals, rows, type DateOnly, type Tx } from '@yoriai/platform';
import type { Role } from '../actor/actor.js';
import type { InvitationState } from './invitation.rules.js';

constraintRefusals({ invitation_one_open: 'invitation.already-open' });

/** The row; never leaves the context. */
export interface InvitationRow {
  id: string;
  organisationId: string;
  role: Role;
  title: string;
  name: string | null;
  email: string;
  language: Language;
  termStartsOn: DateOnly;
  termEndsOn: DateOnly;
  state: InvitationState;
  invitedBy: string | null;
  invitedAt: Date;
  expiresAt: Date;
}

const COLUMNS = `id, organisation_id as "organisationId", role, title, name, email, language, term_starts_on::text as "termStartsOn",
  term_ends_on::text as "termEndsOn", state, invited_by as "invitedBy", invited_at as "invitedAt", expires_at as "expiresAt"`;

@Injectable()
export class InvitationRepository {
  constructor(private readonly log: AccessLog) {}

  /** Writes an invitation, and in the access log which officer gave it; the operator's are logged by the operator. */
  async add(tx: Tx, invitation: InvitationRow & { tokenHash: Buffer }): Promise<void> {
    const { id, organisationId, role, title, name, email, language, termStartsOn, termEndsOn, tokenHash, state, invitedBy, invitedAt, expiresAt } = invitation;
    await rows(
      tx,
      `insert into associations.invitation (id, organisation_id, role, title, name, email, language, term_starts_on, term_ends_on,
         token_hash, state, invited_by, invited_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [id, organisationId, role, title, name, email, language, termStartsOn, termEndsOn, tokenHash, state, invitedBy, invitedAt, expiresAt],
    );
    if (invitedBy) await this.log.add(tx, { actorPersonId: invitedBy, action: 'officer.invited', subject: `invitation:${id}`, reason: role });
  }

  /** A second invitation to the same role replaces the first: only the newest letter works. */
  async replaceOpen(tx: Tx, of: { organisationId: string; role: Role; email: string }, now: Date): Promise<void> {
    await rows(
      tx,
      `update associations.invitation set state = 'replaced', closed_at = $4
       where organisation_id = $1 and role = $2 and email = $3 and state = 'open'`,
      [of.organisationId, of.role, of.email, now],
    );
  }

  async byId(tx: Tx, id: string): Promise<InvitationRow | null> {
    const [row] = await rows<InvitationRow>(tx, `select ${COLUMNS} from associations.invitation where id = $1`, [id]);
    return row ?? null;
  }

  async lock(tx: Tx, id: string): Promise<InvitationRow | null> {
    const [row] = await rows<InvitationRow>(tx, `select ${COLUMNS} from associations.invitation where id = $1 for update`, [id]);
    return row ?? null;
  }

  async byTokenHash(tx: Tx, tokenHash: Buffer): Promise<InvitationRow | null> {
    const [row] = await rows<InvitationRow>(tx, `select ${COLUMNS} from associations.invitation where token_hash = $1`, [tokenHash]);
    return row ?? null;
  }

  async lockByTokenHash(tx: Tx, tokenHash: Buffer): Promise<InvitationRow | null> {
    const [row] = await rows<InvitationRow>(tx, `select ${COLUMNS} from associations.invitation where token_hash = $1 for update`, [tokenHash]);
    return row ?? null;
  }

  /** Open invitations, expired ones too (they can be sent anew), the latest first. */
  async open(tx: Tx, organisationId?: string): Promise<InvitationRow[]> {
    return rows<InvitationRow>(
      tx,
      `select ${COLUMNS} from associations.invitation
       where state = 'open' and ($1::uuid is null or organisation_id = $1) order by invited_at desc, id limit 500`,
      [organisationId ?? null],
    );
  }

  async close(tx: Tx, id: string, closing: { state: InvitationState; by: string; at: Date }): Promise<void> {
    await rows(tx, 'update associations.invitation set state = $2, closed_by = $3, closed_at = $4 where id = $1', [
      id,
      closing.state,
      closing.by,
      closing.at,
    ]);
  }
}
