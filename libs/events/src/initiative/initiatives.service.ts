import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, constraintRefusals, jstDate, refuse, type DateOnly, type Tx } from '@yoriai/platform';
import type { InitiativeCorrectionRequest, InitiativeLine, InitiativeList, InitiativeRequest } from './initiative.dto.js';
import type { InitiativeEntity } from './initiative.entity.js';
import { InitiativeRepository } from './initiative.repository.js';
import { isOver } from './initiative.rules.js';

constraintRefusals({
  initiative_pkey: 'initiative.exists',
  initiative_name: 'initiative.exists',
  initiative_days: { code: 'initiative.days', status: 422 },
  initiative_days_of_campaign: { code: 'initiative.days-of-campaign', status: 422 },
  // Signs of two code points count as one where a text is typed, and as two in the table.
  initiative_name_length: { code: 'platform.invalid', status: 422 },
  initiative_words: { code: 'platform.invalid', status: 422 },
  // Looked at before; here it was written past that.
  event_initiative: { code: 'event.initiative-unknown', status: 422 },
});

/** The initiatives of the ward's plan (取組), which the ward office keeps true. Every act answers with the list. */
@Injectable()
export class Initiatives {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: AccessLog,
    private readonly initiatives: InitiativeRepository,
  ) {}

  /** All of them, in their order, for everybody. One statement. */
  list(): Promise<InitiativeList> {
    return this.db.read((tx) => this.listed(tx));
  }

  /** One, for everybody. Refuses `initiative.not-found` (404). */
  async byCode(tx: Tx, code: string): Promise<InitiativeLine> {
    const found = await this.initiatives.byCode(tx, code);
    return found ? toLine(found, this.today()) : refuse('initiative.not-found', { status: 404 });
  }

  /** How many public events of it are closed, and how many people came to them. One statement. */
  held(tx: Tx, code: string): Promise<{ events: number; people: number }> {
    return this.initiatives.held(tx, code);
  }

  /** Refuses `initiative.staff-only` (403), `initiative.exists` (409) for a code or a name that is there, `initiative.days`, `initiative.days-of-campaign` (422). */
  add(actor: Actor, request: InitiativeRequest): Promise<InitiativeList> {
    return this.act(actor, 'added', request.code, async (tx) => {
      await this.initiatives.insert(tx, { ...contentOf(request), code: request.code, endedAt: null, version: 1 });
      return true;
    });
  }

  /** Refuses as adding does, and `initiative.not-found` (404), `initiative.changed-meanwhile` (409). Events that have it say it as it is corrected. */
  correct(actor: Actor, code: string, { version, ...request }: InitiativeCorrectionRequest): Promise<InitiativeList> {
    return this.act(actor, 'corrected', code, async (tx) => {
      const found = await this.lock(tx, code);
      const corrected = { ...found, ...contentOf(request) };
      // Who writes what stands there already loses nothing.
      if (isDeepStrictEqual(corrected, { ...found })) return false;
      if (found.version !== version) return refuse('initiative.changed-meanwhile');
      await this.initiatives.save(tx, { ...corrected, version: version + 1 });
      return true;
    });
  }

  /** No event takes it up any more; those that have it keep it. Again does nothing. Refuses `initiative.staff-only` (403), `initiative.not-found` (404). */
  end(actor: Actor, code: string): Promise<InitiativeList> {
    return this.act(actor, 'ended', code, (tx) => this.endAt(tx, code, this.clock.now()));
  }

  /** Undoes an ending. Refuses `initiative.staff-only` (403), `initiative.not-found` (404). */
  resume(actor: Actor, code: string): Promise<InitiativeList> {
    return this.act(actor, 'resumed', code, (tx) => this.endAt(tx, code, null));
  }

  private async endAt(tx: Tx, code: string, endedAt: Date | null): Promise<boolean> {
    const found = await this.lock(tx, code);
    if ((found.endedAt === null) === (endedAt === null)) return false;
    await this.initiatives.save(tx, { ...found, endedAt });
    return true;
  }

  /** What was done is a line of the access log; `work` says whether anything was. */
  private async act(actor: Actor, done: 'added' | 'corrected' | 'ended' | 'resumed', code: string, work: (tx: Tx) => Promise<boolean>): Promise<InitiativeList> {
    if (!actor.isStaff()) return refuse('initiative.staff-only', { status: 403 });
    return this.db.transaction(async (tx) => {
      if (await work(tx)) await this.log.add(tx, { actorPersonId: actor.personId, action: `initiative.${done}`, subject: `initiative:${code}` });
      return this.listed(tx);
    });
  }

  private async lock(tx: Tx, code: string): Promise<InitiativeEntity> {
    return (await this.initiatives.lock(tx, code)) ?? refuse('initiative.not-found', { status: 404 });
  }

  private async listed(tx: Tx): Promise<InitiativeList> {
    const today = this.today();
    return { items: (await this.initiatives.all(tx)).map((each) => toLine(each, today)) };
  }

  private today(): DateOnly {
    return jstDate(this.clock.now());
  }
}

/** A client may send null for none. */
function contentOf({ name, kana, nameEn, words, wordsEn, kind, field, category = null, fromDay = null, untilDay = null }: Omit<InitiativeRequest, 'code'>): Omit<InitiativeEntity, 'code' | 'sort' | 'endedAt' | 'version'> {
  return { name, kana, nameEn, words, wordsEn, kind, field, category, fromDay, untilDay };
}

function toLine({ sort: _sort, endedAt, ...initiative }: InitiativeEntity, today: DateOnly): InitiativeLine {
  return { ...initiative, endedAt: endedAt?.toISOString() ?? null, over: isOver({ endedAt, untilDay: initiative.untilDay }, today) };
}
