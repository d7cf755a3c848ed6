import { Injectable } from '@nestjs/common';
import { Areas } from '@yoriai/associations';
import { Clock, refuse, type Tx } from '@yoriai/platform';
import type { ActivityField } from '../event/event.entity.js';
import { searchPattern } from '../revision/snapshot.js';
import { PUBLIC_PAGE_SIZE, type PublicEvent, type PublicEventPage } from './public-event.dto.js';
import { toPublicEvent, toPublicLine } from './public-event.mapper.js';
import { PublicEventRepository, type PublicRow } from './public-event.repository.js';

/** What a public list asks for. Events still running at `from` are in; `to` is the first instant that is not. */
export interface PublicEventWish {
  from?: Date;
  to?: Date;
  areaSlug?: string;
  field?: ActivityField;
  q?: string;
  page?: number;
}

/** What everybody may see: approved and published, shown as it was approved. */
@Injectable()
export class PublicEvents {
  constructor(
    private readonly events: PublicEventRepository,
    private readonly areas: Areas,
    private readonly clock: Clock,
  ) {}

  /** Soonest first, 50 a page; cancelled ones stay in. Without `from` it begins now. Four statements for any number of events. */
  async list(tx: Tx, wish: PublicEventWish): Promise<PublicEventPage> {
    const page = wish.page ?? 1;
    const nothing = { items: [], total: 0, page, pageSize: PUBLIC_PAGE_SIZE };
    const area = wish.areaSlug ? await this.areas.bySlug(tx, wish.areaSlug) : null;
    if (wish.areaSlug && !area) return nothing;
    const now = this.clock.now();
    const filter = {
      from: wish.from ?? now,
      to: wish.to ?? null,
      areaId: area?.id ?? null,
      field: wish.field ?? null,
      pattern: wish.q?.trim() ? searchPattern(wish.q) : null,
      skip: (page - 1) * PUBLIC_PAGE_SIZE,
      take: PUBLIC_PAGE_SIZE,
    };
    const found = await this.events.page(tx, filter);
    const total = await this.events.count(tx, filter);
    const counters = await this.counters(tx, found);
    return { ...nothing, items: found.map((row) => toPublicLine(row, counters, now)), total };
  }

  /** The page of an event. Refuses `event.not-found` (404) for everything that was never public. */
  async bySlug(tx: Tx, slug: string): Promise<PublicEvent> {
    return this.shown(tx, await this.events.bySlug(tx, slug));
  }

  /** The same by the code on a poster, in whatever case it was typed. */
  async byShortCode(tx: Tx, code: string): Promise<PublicEvent> {
    return this.shown(tx, await this.events.byShortCode(tx, code.trim().toLowerCase()));
  }

  /** The same by id. */
  async byId(tx: Tx, id: string): Promise<PublicEvent> {
    return this.shown(tx, await this.events.byId(tx, id));
  }

  private async shown(tx: Tx, row: PublicRow | null): Promise<PublicEvent> {
    if (!row) return refuse('event.not-found', { status: 404 });
    return toPublicEvent(row, await this.counters(tx, [row]), this.clock.now());
  }

  private async counters(tx: Tx, found: readonly PublicRow[]) {
    const ids = found.map((row) => row.id);
    return new Map((await this.events.counters(tx, ids)).map((row) => [row.id, row]));
  }
}
