import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { normaliseEmail, normalisePhone } from '@yoriai/identity';
import { Db, hashToken, refuse, type Tx } from '@yoriai/platform';
import { mayManageApplications } from '../application/application.policy.js';
import { ApplicationRepository, type BookingRow } from '../application/application.repository.js';
import type { Counters } from '../application/application.rules.js';
import { lockFrame } from '../application/frame-counters.js';
import { Amending, type AmendSaid } from './amending.js';
import type { AmendByHostRequest, AmendRequest } from './amendment.dto.js';
import { AmendmentRepository, type Amendment } from './amendment.repository.js';
import { AsRead } from './as-read.js';
import { EmailAsking } from './email-asking.js';

/** 申込の変更: how many come, who they are, how they are reached. docs/adr/0058. */
@Injectable()
export class Amendments {
  constructor(
    private readonly db: Db,
    private readonly applications: ApplicationRepository,
    private readonly amendments: AmendmentRepository,
    private readonly amending: Amending,
    private readonly asking: EmailAsking,
    private readonly asRead: AsRead,
  ) {}

  /**
   * By whoever holds the ticket; a new address is asked first whether it is theirs. All of it or nothing. Refuses `application.ticket-unknown` (404),
   * `application.already-cancelled`, `.event-over`, `.received`, `.amend-day`, `.amend-closed`, `.amend-offered`, `.amend-part`, `.amend-numbered`,
   * `.amend-waiting`, `.amend-chosen`, `.amend-drawn`, `.no-more-places`, `.amended-meanwhile`, `.duplicate`, `.contact-full` (409), `application.too-many-heads`, `.names-needed`,
   * `.born-needed`, `.age-outside`, `.amend-guardian`, `.amend-adults` (422), `application.amend-too-often`, `.contact-too-often` (429).
   */
  async byTicket(token: string, request: AmendRequest): Promise<void> {
    const [{ email, ...said }, { read }] = [saidOf(request), request];
    await this.db.transaction(async (tx) => {
      const found = (await this.applications.byTicketHash(tx, hashToken(token))) ?? refuse('application.ticket-unknown', { status: 404 });
      const { row, counters } = await this.locked(tx, found, read);
      await this.amending.amend(tx, row, counters, said, null);
      // Whoever writes down the address that stands puts a slip right: what was asked counts no more.
      if (email !== undefined) await (email === row.contact_email ? this.asking.settle(tx, row, email) : this.asking.ask(tx, row, email));
    });
  }

  /** A leader changes it for somebody who telephoned; a new address counts at once, and a name that is written wrong is mended. Refuses `application.name-theirs`, `application.name-consented`, `application.name-erased` (409), as above but for the day, the closing and how the places were given, and `application.not-found` (404, also to those who do not lead the event). */
  byHost(actor: Actor, id: string, { name, kana, groupName, ...request }: AmendByHostRequest): Promise<string> {
    const said = { ...saidOf(request), name, kana, groupName: groupName ?? undefined };
    return this.db.transaction(async (tx) => {
      const found = await this.applications.byId(tx, id);
      if (!found || !mayManageApplications(actor, { organisationId: found.organisation_id, category: found.category })) return refuse('application.not-found', { status: 404 });
      const { row, counters } = await this.locked(tx, found, request.read);
      if (await this.amending.amend(tx, row, counters, said, actor)) await this.asking.settle(tx, row, said.email);
      return row.event_id;
    });
  }

  /** Changes by id, for letters about them; a forgotten one has no words. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, Amendment>> {
    return new Map((await this.amendments.byIds(tx, ids)).map((each) => [each.id, each]));
  }

  /** By which number these people are called about the event; who said none for it is absent. Neither are rights asked here nor is the read logged; the caller does both. One statement for any number. */
  phonesOf(tx: Tx, eventId: string, personIds: readonly string[]): Promise<Map<string, string>> {
    return this.amendments.phonesOf(tx, eventId, personIds);
  }

  /** As they stand under the lock; not where that is another than what was read, whoever changed it. */
  private async locked(tx: Tx, { id, frame_id: frameId }: BookingRow, read: string | undefined): Promise<{ row: BookingRow; counters: Counters }> {
    const counters = await lockFrame(tx, frameId);
    const row = await this.applications.byId(tx, id);
    if (!row || !counters) return refuse('application.not-found', { status: 404 });
    await this.asRead.insist(tx, row, read);
    return { row, counters };
  }
}

function saidOf({ heads, companions, adults, phone, email }: AmendRequest): AmendSaid {
  const [number, address] = [phone === undefined ? undefined : normalisePhone(phone), email === undefined ? undefined : normaliseEmail(email)];
  const fields = [...(number && !number.ok ? [{ field: 'phone', code: number.code }] : []), ...(address && !address.ok ? [{ field: 'email', code: address.code }] : [])];
  if (fields.length > 0) return refuse('platform.invalid', { status: 422, fields });
  return { heads, companions, adults, phone: number?.ok ? number.value : undefined, email: address?.ok ? address.value : undefined };
}
