import { Injectable } from '@nestjs/common';
import { Clock, Db, hashToken, refuse, type Tx } from '@yoriai/platform';
import { toBooking, toTicketEvent } from '../application/application.mapper.js';
import type { TicketEvent } from '../application/application.dto.js';
import { ApplicationRepository, type BookingRow } from '../application/application.repository.js';
import { lockFrame } from '../application/frame-counters.js';
import { lineAmend } from './amended.mapper.js';
import { Amending } from './amending.js';
import { AmendmentRepository, type EmailChange } from './amendment.repository.js';
import { linkEnds } from './amendment.rules.js';

/** What whoever opens the link at a new address reads. `over`: it is too late, another link was sent since, or the application ended. */
export interface EmailAsked {
  state: 'asked' | 'done' | 'over';
  email: string | null;
  until: Date;
  event: TicketEvent;
}

/** The new address of an application, confirmed by whoever reads what is sent there. */
@Injectable()
export class EmailChanges {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly applications: ApplicationRepository,
    private readonly amendments: AmendmentRepository,
    private readonly amending: Amending,
  ) {}

  /** Changes nothing. Refuses `application.email-link-unknown` (404). */
  byToken(token: string): Promise<EmailAsked> {
    return this.db.read(async (tx) => {
      const { change, row } = await this.find(tx, token);
      return { state: this.stateOf(change, row), email: change.email, until: linkEnds(change.askedAt, row.starts_at), event: toTicketEvent(toBooking(row).event) };
    });
  }

  /** From now on letters go there; the address before is told. Twice is the same as once. Refuses `application.email-link-unknown` (404), `application.email-link-over`, `.duplicate`, `.contact-full` (409). */
  confirm(token: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { row: found } = await this.find(tx, token);
      const counters = await lockFrame(tx, found.frame_id);
      const { change, row } = await this.find(tx, token);
      const state = this.stateOf(change, row);
      if (state === 'done') return;
      if (state === 'over' || counters === null || change.email === null) return refuse('application.email-link-over');
      await this.amendments.saveEmailChange(tx, { ...change, email: null, confirmedAt: this.clock.now() });
      await this.amending.amend(tx, row, counters, { email: change.email }, null);
    });
  }

  /** Links that are still good, for the letters that carry them; others are absent. */
  async openOf(tx: Tx, applicationIds: readonly string[]): Promise<Map<string, EmailChange>> {
    const now = this.clock.now();
    const starts = new Map((await this.applications.byIds(tx, applicationIds)).map((row) => [row.id, row.starts_at]));
    const open = (await this.amendments.emailChangesOf(tx, applicationIds)).filter(({ applicationId, email, askedAt }) => email !== null && now < linkEnds(askedAt, starts.get(applicationId) ?? null));
    return new Map(open.map((change) => [change.applicationId, change]));
  }

  private async find(tx: Tx, token: string): Promise<{ change: EmailChange; row: BookingRow }> {
    const change = await this.amendments.emailChangeBy(tx, hashToken(token));
    const row = change && (await this.applications.byId(tx, change.applicationId));
    return change && row ? { change, row } : refuse('application.email-link-unknown', { status: 404 });
  }

  private stateOf(change: EmailChange, row: BookingRow): EmailAsked['state'] {
    if (change.confirmedAt !== null) return 'done';
    const now = this.clock.now();
    return now < linkEnds(change.askedAt, row.starts_at) && lineAmend(row, 'ticket', now) === true ? 'asked' : 'over';
  }
}
