import { Injectable } from '@nestjs/common';
import { Areas } from '@yoriai/associations';
import { Clock, Outbox, Secrets, constraintRefusals, hashToken, newId, refuse, type Tx } from '@yoriai/platform';
import type { StartRequest } from './start.dto.js';
import type { StartRequestEntity } from './start.entity.js';
import { contentOf } from './start.mapper.js';
import { StartRepository } from './start.repository.js';
import { askVerdict } from './start.rules.js';

constraintRefusals({
  start_request_on_the_list: { code: 'start.venue-unknown', status: 422 },
  start_request_event: 'start.begun',
  start_request_organisation_id_fkey: { code: 'start.organisation-unknown', status: 422 },
});

const A_DAY = 24 * 60 * 60 * 1000;

/** Who asks, beside what they write. */
export type StartFrom = Pick<StartRequestEntity, 'organisationId' | 'askedBy' | 'language'>;

/** Writes requests down, by whichever door they come. */
@Injectable()
export class StartWriter {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly secrets: Secrets,
    private readonly areas: Areas,
    private readonly starts: StartRepository,
  ) {}

  /** Keeps a request and announces it; answers its id. Refuses `start.contact-missing`, `start.area-unknown`, `start.venue-unknown` (422); to who asks without a login also `start.enough` (409), `start.too-often` (429). */
  async write(tx: Tx, request: StartRequest, from: StartFrom): Promise<string> {
    const content = contentOf(request);
    if (content.contactPhone === null && content.contactEmail === null) return refuse('platform.invalid', { status: 422, fields: [{ field: 'phone', code: 'start.contact-missing' }] });
    const [id, now] = [newId(), this.clock.now()];
    // Who signed in answers for how much they ask: a federation for its rooms, the ward office for who calls.
    if (from.askedBy === null) this.insist(askVerdict(await this.starts.heldBy(tx, content, new Date(now.getTime() - A_DAY))));
    const areaId = await this.areaOf(tx, request.area);
    const fresh = { state: 'waiting' as const, reply: null, answeredBy: null, answeredAt: null, calledBy: null, calledAt: null, eventId: null, begunAt: null, forgottenAt: null, createdAt: now, updatedAt: now };
    await this.starts.insert(tx, { id, ticketHash: hashToken(this.ticketOf(id)), areaId, ...content, ...from, ...fresh });
    await this.outbox.add(tx, 'events.start-asked', { startId: id });
    return id;
  }

  /** The secret of the page of a request (docs/adr/0007). */
  ticketOf(id: string): string {
    return this.secrets.sign('start', id);
  }

  private insist(verdict: true | string): void {
    if (verdict !== true) refuse(verdict, verdict === 'start.too-often' ? { status: 429, retryAfter: A_DAY / 1000 } : {});
  }

  private async areaOf(tx: Tx, slug: string | null | undefined): Promise<string | null> {
    if (!slug) return null;
    const area = await this.areas.bySlug(tx, slug);
    return area?.id ?? refuse('platform.invalid', { status: 422, fields: [{ field: 'area', code: 'start.area-unknown' }] });
  }
}
