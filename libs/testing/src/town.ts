import { newId, newToken, hashToken } from '@yoriai/platform';
import type { TestApp } from './test-app.js';

/** A duty in the plan of an event. */
export interface TownDuty {
  key: string;
  duty: string;
  startsAt: string;
  endsAt: string;
  people: number;
  place?: string;
  note?: string;
}

/** A participant frame with its applications' heads. */
export interface TownFrame {
  name?: string;
  capacity: number | null;
}

export interface TownEvent {
  title?: string;
  state?: 'published' | 'awaiting-report' | 'reported' | 'closed' | 'cancelled' | 'approved' | 'draft';
  organisationId?: string;
  areaId?: string | null;
  startsAt?: string;
  endsAt?: string;
  duties?: TownDuty[];
  frames?: TownFrame[];
}

export interface TownApplication {
  personId?: string;
  heads?: number;
  status?: 'confirmed' | 'waitlisted' | 'offered' | 'cancelled_by_applicant' | 'cancelled_by_host';
  ticket?: string;
}

/** The area of 西船場, one of the 14 that every database has. */
export const NISHISENBA = '01930000-0000-7000-8000-000000000001';
/** The area of 堀江. */
export const HORIE = '01930000-0000-7000-8000-000000000007';

const NAMES = ['靱 花子', '堀江 太郎', '江戸堀 みどり', '九条 健', '本田 さくら', '日吉 誠', '明治 文', '千代崎 蓮'];
const KANA = ['うつぼ はなこ', 'ほりえ たろう', 'えどぼり みどり', 'くじょう けん', 'ほんでん さくら', 'ひよし まこと', 'めいじ ふみ', 'ちよざき れん'];

/**
 * One believable town, told row by row for contexts that stand to the right of those who make such
 * rows. Written as plain SQL so that a test needs no other context's rules to set its scene.
 */
export class Town {
  private made = 0;

  constructor(private readonly app: TestApp) {}

  private sql<T extends object>(text: string, values: unknown[]): Promise<T[]> {
    return this.app.db.transaction(async (tx) => (await tx.query(text, values)) as T[]);
  }

  /** A resident; the next of eight names where none is given. */
  async person(given: { name?: string; kana?: string; email?: string } = {}): Promise<string> {
    const index = this.made++;
    const id = newId();
    const name = given.name ?? NAMES[index % NAMES.length]!;
    const kana = given.kana ?? KANA[index % KANA.length]!;
    const kanaKey = kana.replace(/\s/g, '').replace(/[ぁ-ゖ]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0x60));
    await this.sql(
      `insert into identity.person (id, name, kana, search_key, kana_key, email, phone, contact_key, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, null, null, $7, $7)`,
      [id, name, kana, name.replace(/\s/g, ''), kanaKey, given.email ?? null, this.app.clock.now()],
    );
    return id;
  }

  /** Many residents in one statement; answers their ids. */
  async people(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => newId());
    await this.sql(
      `insert into identity.person (id, name, kana, search_key, kana_key, created_at, updated_at)
       select id, '町民 ' || n, 'ちょうみん', '町民' || n, 'チョウミン', $2, $2 from unnest($1::uuid[]) with ordinality as p (id, n)`,
      [ids, this.app.clock.now()],
    );
    return ids;
  }

  /** An association of an area (default 西船場連合振興町会). */
  async organisation(given: { name?: string; areaId?: string | null; kind?: string } = {}): Promise<string> {
    const id = newId();
    await this.sql(
      `insert into associations.organisation (id, area_id, kind, slug, name, kana, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5, 'れんごう', 'active', $6, $6)`,
      [
        id,
        given.areaId === undefined ? NISHISENBA : given.areaId,
        given.kind ?? 'federation',
        `org-${id}`,
        given.name ?? '西船場連合振興町会',
        this.app.clock.now(),
      ],
    );
    return id;
  }

  /** An event with its frames and its approved plan; published where nothing else is said. Answers its id and those of its frames. */
  async event(given: TownEvent = {}): Promise<{ id: string; frameIds: string[]; organisationId: string }> {
    const id = newId();
    const organisationId = given.organisationId ?? (await this.organisation({ areaId: given.areaId ?? NISHISENBA }));
    const writer = await this.person();
    const state = given.state ?? 'published';
    const title = given.title ?? '靱公園バラ園コンサート';
    const startsAt = given.startsAt ?? '2026-11-22T13:00:00+09:00';
    const endsAt = given.endsAt ?? '2026-11-22T16:00:00+09:00';
    const duties = (given.duties ?? []).map((duty) => ({ place: null, note: null, ...duty }));
    await this.sql(
      `insert into events.event (id, number, slug, short_code, organisation_id, area_id, title, kana, place_name, starts_at, ends_at,
         duties, search_text, state, version, created_by, created_at, updated_at)
       values ($1, $2, $2, $2, $3, $4, $5, 'ぎょうじ', '靱公園', $6, $7, $8, '', 'approved', 1, $9, $10, $10)`,
      [
        id,
        `R8-${id}`,
        organisationId,
        given.areaId === undefined ? NISHISENBA : given.areaId,
        title,
        startsAt,
        endsAt,
        JSON.stringify(duties),
        writer,
        this.app.clock.now(),
      ],
    );
    const frameIds = await this.frames(id, given.frames ?? []);
    await this.publish(id, { title, startsAt, endsAt, duties, organisationId, writer, state });
    return { id, frameIds, organisationId };
  }

  private async frames(eventId: string, frames: readonly TownFrame[]): Promise<string[]> {
    const ids: string[] = [];
    for (const [sort, frame] of frames.entries()) {
      const id = newId();
      ids.push(id);
      await this.sql(
        `insert into events.frame (id, event_id, sort, kind, name, method, capacity, per_application_max)
         values ($1, $2, $3, 'participant', $4, $5, $6, 10)`,
        [id, eventId, sort, frame.name ?? '一般参加', frame.capacity === null ? 'open' : 'first-come', frame.capacity],
      );
    }
    return ids;
  }

  private async publish(
    id: string,
    facts: { title: string; startsAt: string; endsAt: string; duties: unknown[]; organisationId: string; writer: string; state: string },
  ): Promise<void> {
    const { title, startsAt, endsAt, duties, organisationId, writer, state } = facts;
    const organisation = { id: organisationId, name: '西船場連合振興町会', kana: 'にしせんば', slug: 'nishisenba', areaId: null, areaName: null };
    const snapshot = { title, kana: 'ぎょうじ', placeName: '靱公園', startsAt, endsAt, organisation, frames: [], duties };
    await this.sql(
      `insert into events.event_revision (event_id, number, kind, snapshot, search_text, actor_person_id, at)
       values ($1, 1, 'submission', $2, '', $3, $4)`,
      [id, JSON.stringify(snapshot), writer, this.app.clock.now()],
    );
    const wasPublic = !['approved', 'draft'].includes(state);
    await this.sql('update events.event set state = $2, public_revision = $3 where id = $1', [id, state, wasPublic ? 1 : null]);
  }

  /** An application with its counter moved; answers its id, its person and its ticket. */
  async application(event: { id: string; frameIds: string[] }, given: TownApplication = {}): Promise<{ id: string; personId: string; ticket: string }> {
    const id = newId();
    const frameId = event.frameIds[0];
    const personId = given.personId ?? (await this.person());
    const ticket = given.ticket ?? newToken();
    const status = given.status ?? 'confirmed';
    const heads = given.heads ?? 1;
    await this.sql(
      `insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, contact_email,
         status, waitlist_order, channel, created_at, offer_ends_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'web', $12, $12::timestamptz + case when $10 = 'offered' then interval '1 day' end)`,
      [
        id,
        frameId,
        event.id,
        personId,
        id.slice(-12),
        hashToken(ticket),
        heads,
        id,
        `${id}@example.jp`,
        status,
        status === 'waitlisted' ? ++this.made : null,
        this.app.clock.now(),
      ],
    );
    if (status === 'confirmed' || status === 'offered') await this.sql('update events.frame set places_taken = places_taken + $2 where id = $1', [frameId, heads]);
    return { id, personId, ticket };
  }
}
