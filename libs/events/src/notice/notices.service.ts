import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Areas, type Actor } from '@yoriai/associations';
import { AccessLog, People } from '@yoriai/identity';
import { Clock, Db, constraintRefusals, newId, refuse, type Tx } from '@yoriai/platform';
import type { NoticeChangeRequest, NoticeLine, NoticeList, NoticeRequest } from './notice.dto.js';
import type { NoticeEntity } from './notice.entity.js';
import { NoticeRepository } from './notice.repository.js';

constraintRefusals({
  notice_days: { code: 'notice.days', status: 422 },
  // Signs of two code points count as one where a text is typed, and as two in the table.
  notice_title: { code: 'platform.invalid', status: 422 },
  notice_body: { code: 'platform.invalid', status: 422 },
  notice_of_areas: { code: 'notice.of-areas', status: 422 },
  notice_link_labelled: { code: 'notice.link-label', status: 422 },
});

const MOST_LISTED = 200;

/** The ward office's notices (周知チラシ): written once, they stand beside all events they are for. Every act answers with the list. */
@Injectable()
export class Notices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: AccessLog,
    private readonly people: People,
    private readonly areas: Areas,
    private readonly notices: NoticeRepository,
  ) {}

  /** Refuses `notice.staff-only` (403). */
  async list(actor: Actor): Promise<NoticeList> {
    insistOnStaff(actor);
    return this.db.read((tx) => this.listed(tx));
  }

  /** Refuses `notice.staff-only` (403), `notice.days`, `notice.link-label`, `notice.of-areas`, `notice.area-unknown` (422). */
  write(actor: Actor, request: NoticeRequest): Promise<NoticeList> {
    return this.act(actor, 'written', async (tx) => {
      const content = await this.contentOf(tx, request);
      const notice = { ...content, id: newId(), writtenBy: actor.personId, writtenAt: this.clock.now(), endedAt: null, version: 1 };
      await this.notices.insert(tx, notice);
      return notice.id;
    });
  }

  /** What the request does not name stays; null is none. Refuses as writing does, and `notice.not-found` (404), `notice.changed-meanwhile` (409). */
  change(actor: Actor, id: string, { version, ...request }: NoticeChangeRequest): Promise<NoticeList> {
    return this.act(actor, 'changed', async (tx) => {
      const found = await this.lock(tx, id);
      const changed = { ...found, ...(await this.contentOf(tx, request, found)) };
      // Who writes what stands there already loses nothing.
      if (isDeepStrictEqual(changed, { ...found })) return null;
      if (found.version !== version) return refuse('notice.changed-meanwhile');
      await this.notices.save(tx, { ...changed, version: version + 1 });
      return id;
    });
  }

  /** Takes it off all pages; again does nothing. Refuses `notice.staff-only` (403), `notice.not-found` (404). */
  end(actor: Actor, id: string): Promise<NoticeList> {
    return this.act(actor, 'ended', (tx) => this.endAt(tx, id, this.clock.now()));
  }

  /** Undoes an ending. Refuses `notice.staff-only` (403), `notice.not-found` (404). */
  resume(actor: Actor, id: string): Promise<NoticeList> {
    return this.act(actor, 'resumed', (tx) => this.endAt(tx, id, null));
  }

  private async endAt(tx: Tx, id: string, endedAt: Date | null): Promise<string | null> {
    const found = await this.lock(tx, id);
    if ((found.endedAt === null) === (endedAt === null)) return null;
    await this.notices.save(tx, { ...found, endedAt });
    return id;
  }

  /** What was done is a line of the access log; `work` says to which notice, null where nothing was. */
  private async act(actor: Actor, done: 'written' | 'changed' | 'ended' | 'resumed', work: (tx: Tx) => Promise<string | null>): Promise<NoticeList> {
    insistOnStaff(actor);
    return this.db.transaction(async (tx) => {
      const id = await work(tx);
      if (id !== null) await this.log.add(tx, { actorPersonId: actor.personId, action: `notice.${done}`, subject: `notice:${id}` });
      return this.listed(tx);
    });
  }

  private async lock(tx: Tx, id: string): Promise<NoticeEntity> {
    return (await this.notices.lock(tx, id)) ?? refuse('notice.not-found', { status: 404 });
  }

  /** What is not named stays as it `stands`. */
  private async contentOf(tx: Tx, request: NoticeRequest, stands?: NoticeEntity): Promise<Omit<NoticeEntity, 'id' | 'writtenBy' | 'writtenAt' | 'endedAt' | 'version'>> {
    const { title, text, link = stands?.link ?? null, linkLabel = stands?.linkLabel ?? null, fromDay, untilDay } = request;
    const placed = request.placed ?? stands?.placed ?? 'events';
    // A client may send null for none.
    const [audiences, areas, fields] = [listOf(request.audiences, stands?.audiences), listOf(request.areas, stands?.areas), listOf(request.fields, stands?.fields)];
    const known = (await this.areas.all(tx)).map(({ slug }) => slug);
    if (areas.some((each) => !known.includes(each))) return refuse('notice.area-unknown', { status: 422 });
    return { title, body: text, link, linkLabel, placed, fromDay, untilDay, audiences, areas, fields };
  }

  private async listed(tx: Tx): Promise<NoticeList> {
    const found = await this.notices.all(tx, MOST_LISTED);
    const people = await this.people.summaries(tx, [...new Set(found.map(({ writtenBy }) => writtenBy))]);
    return { items: found.map((notice) => toLine(notice, people.get(notice.writtenBy)?.name ?? '')) };
  }
}

function insistOnStaff(actor: Actor): void {
  if (!actor.isStaff()) refuse('notice.staff-only', { status: 403 });
}

const listOf = <T>(named: T[] | null | undefined, stands: T[] = []): T[] => (named === undefined ? stands : (named ?? []));

function toLine({ body, writtenAt, endedAt, ...notice }: NoticeEntity, writtenBy: string): NoticeLine {
  return { ...notice, text: body, writtenBy, writtenAt: writtenAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}
