import pg from 'pg';
import { newId } from '@yoriai/platform';
import type { Settings } from './settings.js';

/** An event that takes applications. */
export interface OpenEvent {
  id: string;
  slug: string;
  frameId: string;
}

const COPY = 'unnest($3::uuid[], $4::uuid[], $5::text[], $6::int[]) as copy (id, frame_id, code, days)';
/** The event with its frame and its approved revision, under other ids and days. $1 and $2: the one they are copies of. */
const COPIES = [
  `insert into events.event select (jsonb_populate_record(event, jsonb_build_object('id', copy.id, 'slug', copy.code, 'number', copy.code, 'short_code', copy.code,
     'starts_at', event.starts_at + make_interval(days => copy.days), 'ends_at', event.ends_at + make_interval(days => copy.days), 'public_revision', null, 'state', 'approved'))).*
   from events.event event, ${COPY} where event.id = $1 and $2::uuid is not null`,
  // What the database works out itself is not written.
  `insert into events.frame (FRAME_COLUMNS) select FRAME_COLUMNS from (select (jsonb_populate_record(frame, jsonb_build_object('id', copy.frame_id, 'event_id', copy.id))).*
   from events.frame frame, ${COPY} where frame.id = $2 and $1::uuid is not null) as made`,
  `insert into events.event_revision select (jsonb_populate_record(revision, jsonb_build_object('event_id', copy.id,
     'snapshot', replace(revision.snapshot::text, $2::text, copy.frame_id::text)::jsonb))).*
   from events.event_revision revision, ${COPY} where revision.event_id = $1::uuid`,
  `update events.event set state = 'published', public_revision = 1 from ${COPY} where event.id = copy.id and $1::uuid is not null and $2::uuid is not null`,
];

/** The bench's own look at the database. */
export class Town {
  private constructor(
    readonly settings: Settings,
    readonly db: pg.Client,
  ) {}

  static async open(settings: Settings): Promise<Town> {
    const db = new pg.Client({ connectionString: settings.ownerUrl });
    await db.connect();
    await db.query(`create schema if not exists bench;
      create table if not exists bench.frame (id uuid primary key, capacity int not null);
      create table if not exists bench.entry (id uuid primary key, frame_id uuid not null references bench.frame (id), name text not null, kana text not null,
        email text not null, heads int not null, created_at timestamptz not null default now())`);
    return new Town(settings, db);
  }

  async close(): Promise<void> {
    await this.db.end();
  }

  async count(sql: string, values: unknown[] = []): Promise<number> {
    const { rows } = await this.db.query<{ count: string }>(`select count(*) from ${sql}`, values);
    return Number(rows[0]?.count);
  }

  /** So many published events, each with one frame. The first is made the way an association makes it: written, submitted, approved, published; the others are copies of it. */
  async publish(count: number, title: string, capacity: number): Promise<OpenEvent[]> {
    const first = await this.publishOne(title, capacity, 10);
    const copies = Array.from({ length: count - 1 }, (_, index) => ({ id: newId(), frameId: newId(), code: `${first.slug.slice(0, 40)}-${index + 2}`, days: (index + 1) % 60 }));
    const values = [first.id, first.frameId, copies.map(({ id }) => id), copies.map(({ frameId }) => frameId), copies.map(({ code }) => code), copies.map(({ days }) => days)];
    const written = await this.db.query<{ columns: string }>(`select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns where table_schema = 'events' and table_name = 'frame' and is_generated = 'NEVER'`);
    for (const copy of COPIES) await this.db.query(copy.replaceAll('FRAME_COLUMNS', written.rows[0]?.columns ?? ''), values);
    await this.db.query('insert into bench.frame select id, capacity from events.frame where capacity is not null on conflict do nothing');
    return [first, ...copies.map(({ id, frameId, code }) => ({ id, frameId, slug: code }))];
  }

  private async publishOne(title: string, capacity: number, inDays: number): Promise<OpenEvent> {
    const leader = this.settings.roles.roles['A.leader']?.headers.cookie ?? '';
    const approver = this.settings.roles.roles['A.approver']?.headers.cookie ?? '';
    const day = new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
    const written = await this.post('/api/events', leader, {
      ...{ organisationId: this.settings.roles.organisations[0]?.id, title, kana: 'こんざつ', summary: 'おおぜいが一度に申し込みます。' },
      ...{ description: '中学校の吹奏楽部とダンス部が出演します。雨のときは区民センターで行います。', field: 'bunka', category: 'concert' },
      ...{ placeName: '靱公園 バラ園', placeAddress: '西区靱本町2丁目', startsAt: `${day}T10:00:00+09:00`, endsAt: `${day}T12:00:00+09:00` },
      ...{ rainPolicy: 'go-ahead', audienceText: 'どなたでも', feeText: '無料', contactName: '試験町会A', contactPhone: '06-0000-0120', food: false, fire: false },
      ...{ frames: [{ name: 'いす席', capacity, perApplicationMax: 6 }], duties: [] },
    });
    const event = written as { id: string; slug: string; frames: { id: string }[] };
    await this.post(`/api/events/${event.id}/submission`, leader);
    await this.post(`/api/events/${event.id}/approval`, approver, { revision: 1 });
    await this.post(`/api/events/${event.id}/publication`, leader);
    return { id: event.id, slug: event.slug, frameId: event.frames[0]?.id ?? '' };
  }

  /** One sign-up through the product; answers the id of its row. */
  async applyOnce(event: OpenEvent): Promise<string> {
    await this.post(`/api/events/${event.id}/applications`, '', { frameId: event.frameId, name: '試験 花子', kana: 'しけん はなこ', email: 'growth@example.jp', heads: 1 });
    const { rows } = await this.db.query<{ id: string }>(`select id from events.application where frame_id = $1 and contact_email = 'growth@example.jp'`, [event.frameId]);
    return rows[0]!.id;
  }

  /** The same sign-up as a row of somebody else, at another event. */
  async applyAs(personId: string, applicationId: string, event: OpenEvent): Promise<void> {
    await this.db.query(
      `insert into events.application select (jsonb_populate_record(application, jsonb_build_object('id', $1::uuid, 'person_id', $2::uuid, 'event_id', $4::uuid, 'frame_id', $5::uuid,
         'number', 'B1', 'ticket_hash', '\\x' || encode(sha256($1::text::bytea), 'hex')))).* from events.application application where id = $3`,
      [newId(), personId, applicationId, event.id, event.frameId],
    );
  }

  private async post(path: string, cookie: string, body: unknown = {}): Promise<unknown> {
    const headers = { 'content-type': 'application/json', origin: this.settings.publicUrl, 'idempotency-key': newId(), cookie };
    const answer = await fetch(this.settings.apiUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const said: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`);
    return said;
  }
}
