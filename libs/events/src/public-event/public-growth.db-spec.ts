import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows, type Tx } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { searchWords } from '../revision/search.rules.js';
import { PUBLIC, PublicEventRepository } from './public-event.repository.js';
import { PublicEvents, type PublicEventWish } from './public-event.service.js';
import { countOf, latestOf, pageOf, type PublicFilter } from './public-filter.js';

/** Many times the events of a ward: a hundred a year for a thousand years. */
const MANY = 100_000;
const FEW = 1_000;
/** How many times the blocks of the smaller town a list may read. Blocks, not milliseconds: what else the machine does is in no count of them. */
const MOST = 2;
/** The same of a search among what is over, which looks at six hundred of the latest besides. */
const MOST_BEHIND = 6;
/** The same where three hundred of five thousand are counted, or half of the latest say it. */
const MOST_OF_MANY = 8;

const mostOf = (name: string): number => (/all say|every twentieth/.test(name) ? MOST_OF_MANY : name.includes('what is over') ? MOST_BEHIND : MOST);

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  await anEvent(app, cast, 'published', { title: '手話のつどい', kana: 'しゅわのつどい', summary: '手話でうたいます。' });
});
afterAll(() => app.close());

/** Events of the past with ordinary texts, up to this number; 0.2 % of the first thousand speak of 手話. */
async function plant(from: number, to: number): Promise<void> {
  const { asOwner } = app.database;
  await asOwner('drop index events.event_revision_search');
  await asOwner(
    `insert into events.event (id, number, slug, short_code, organisation_id, field, starts_at, ends_at, search_text, state, version, created_by, created_at, updated_at)
     select gen_random_uuid(), 'P' || n, 'p' || n, 'p' || n, $1, 'bunka', timestamptz '2026-11-01' - n * interval '3 hours', timestamptz '2026-11-01 01:00' - n * interval '3 hours',
       '', 'approved', 1, $2, now(), now() from generate_series($3::int, $4::int) n`,
    [cast.host, cast.leader.personId, from, to],
  );
  await asOwner(
    `insert into events.event_revision (event_id, number, kind, snapshot, search_text, actor_person_id, at)
     select event.id, 1, 'submission', (select snapshot from events.event_revision where snapshot->>'title' = '手話のつどい' limit 1),
       event.number || E'\\n公園の掃除と花植え\\nこうえんのそうじとはなうえ\\n新町北公園\\n落ち葉をあつめ、秋の花を植えます。' || (substr(event.number, 2)::int % 97) ||
         case when substr(event.number, 2)::int % 500 = 0 and substr(event.number, 2)::int <= 1000 then '手話つき' else '' end || case when substr(event.number, 2)::int % 20 = 0 then '音楽つき' else '' end, event.created_by, event.created_at
     from events.event event where event.public_revision is null and event.number like 'P%'`,
  );
  await asOwner(`update events.event set state = 'closed', public_revision = 1 where public_revision is null and number like 'P%'`);
  await asOwner('create index event_revision_search on events.event_revision using gin (events.search_grams(search_text)) with (fastupdate = off)');
  await asOwner('analyze events.event');
  await asOwner('analyze events.event_revision');
}

const LISTS: Readonly<Record<string, PublicEventWish>> = {
  'what comes': {},
  'a word in what comes': { q: '手話' },
  'two letters in what is over': { q: '手話', past: true },
  'a word in what is over and what comes': { q: '手話', from: new Date(0) },
  'a longer word in what is over': { q: '手話つき', past: true },
  'one letter that all say': { q: '花', past: true },
  'two letters that every twentieth says': { q: '音楽', past: true },
};

/** Blocks of tables and indexes that a list asks for. */
function blocksOf(wish: PublicEventWish): Promise<number> {
  const fetched = async (tx: Tx): Promise<number> => (await rows<{ blocks: number }>(tx, `select sum(pg_stat_get_xact_blocks_fetched(oid))::int as blocks from pg_class where relnamespace <> 'pg_catalog'::regnamespace`))[0]!.blocks;
  return app.db.read(async (tx) => {
    const before = await fetched(tx);
    await app.get(PublicEvents).list(tx, wish);
    return (await fetched(tx)) - before;
  });
}

function filterOf(changes: Partial<PublicFilter>): PublicFilter {
  const now = app.clock.now();
  return { now, from: now, to: null, past: false, areaId: null, organisationId: null, field: null, initiative: null, audience: null, free: false, gratis: false, eachDate: false, words: null, ...changes };
}

async function planOf(changes: Partial<PublicFilter>, page = pageOf, { skip = 0, explain = 'explain' } = {}): Promise<string> {
  const { which, values } = page(filterOf(changes), { skip, take: 50 });
  const plan = await app.tx((tx) => rows<{ 'QUERY PLAN': string }>(tx, `${explain} ${PUBLIC} ${which}`, values));
  return plan.map((line) => line['QUERY PLAN']).join('\n');
}

/** How many rows were asked who holds them together, for one page behind `skip` others. */
async function askedForCoHosts(changes: Partial<PublicFilter>, page = pageOf, skip = 40): Promise<number[]> {
  const plan = await planOf({ past: true, from: new Date(0), ...changes }, page, { skip, explain: 'explain (analyze, timing off)' });
  return [...plan.matchAll(/ on co_host .*loops=(\d+)/g)].map(([, loops]) => Number(loops));
}

describe('lists at a hundred thousand events', () => {
  it('read no more than at a thousand, by their indexes', async () => {
    await plant(1, FEW);
    const few = new Map<string, number>();
    for (const [name, wish] of Object.entries(LISTS)) few.set(name, await blocksOf(wish));
    await plant(FEW + 1, MANY);
    const slower: string[] = [];
    for (const [name, wish] of Object.entries(LISTS)) {
      const ratio = (await blocksOf(wish)) / few.get(name)!;
      if (ratio > mostOf(name)) slower.push(`${name}: ${ratio.toFixed(1)} ×`);
    }
    expect(slower).toEqual([]);
    const found = await app.db.read((tx) => app.get(PublicEvents).list(tx, { q: '手話', past: true }));
    expect(found).toMatchObject({ total: 2, more: false });
    const events = app.get(PublicEventRepository);
    const music = await app.db.read((tx) => app.get(PublicEvents).list(tx, { q: '音楽', past: true }));
    expect(music).toMatchObject({ total: 300, more: true });
    // Read along the days or from the index of letters: the same events in the same order, on the first page and where the days read do not fill one.
    for (const skip of [0, 250]) {
      const filter = filterOf({ words: searchWords('音楽'), past: true, from: new Date(0) });
      const [along, sorted] = await app.db.read(async (tx) => [await events.page(tx, filter, { skip, take: 50 }, true), await events.page(tx, filter, { skip, take: 50 })]);
      expect([skip, along.length, along.map(({ id }) => id)]).toEqual([skip, 50, sorted.map(({ id }) => id)]);
    }
    // Also a word that the sample of PostgreSQL holds for rare.
    for (const q of ['音楽', '手話']) expect(await planOf({ words: searchWords(q), past: true, from: new Date(0) }, latestOf)).not.toMatch(/event_revision_search|Seq Scan on event|Sort Key: event.starts_at/);

    // Letters of a text are never made anew to see what it says: the index knows them, or half of the latest say the word and it isn't asked at all.
    const counts = async (q: string, explain: string): Promise<string> => {
      const { sql, values } = countOf(filterOf({ words: searchWords(q), past: true, from: new Date(0) }));
      return (await app.tx((tx) => rows<{ 'QUERY PLAN': string }>(tx, `${explain} ${sql}`, values))).map((line) => line['QUERY PLAN']).join('\n');
    };
    for (const q of ['手話', '音楽']) expect(await counts(q, 'explain')).not.toMatch(/Filter: .*search_grams/);
    const steps = (await counts('花', 'explain (analyze, timing off)')).split('->').filter((step) => step.includes('search_grams'));
    expect([steps.length > 0, steps.every((step) => step.includes('never executed'))]).toEqual([true, true]);
    expect(await app.db.read((tx) => app.get(PublicEvents).list(tx, { q: '花', past: true }))).toMatchObject({ total: 300, more: true });

    // What a row tells beside its day is read for the page that is shown, not for what was turned over before it.
    for (const [words, page] of [[null, pageOf], [['音楽'], pageOf], [['音楽'], latestOf]] as const) {
      const asked = await askedForCoHosts({ words: words && searchWords(words[0]) }, page);
      expect([words, asked.length > 0, asked.every((loops) => loops <= 50)]).toEqual([words, true, true]);
    }

    expect(await planOf({})).toMatch(/event_public_end/);
    for (const q of ['手話', '凧', 'そうじ 手話']) expect(await planOf({ words: searchWords(q), past: true, from: new Date(0) })).toMatch(/event_revision_search/);
    for (const changes of [{}, { words: ['手話'] }, { words: ['手話'], past: true, from: new Date(0) }]) expect(await planOf(changes)).not.toMatch(/Seq Scan on event/);
    // The control: without the index every text is looked through.
    await app.database.asOwner('drop index events.event_revision_search');
    expect(await planOf({ words: searchWords('手話'), past: true, from: new Date(0) })).not.toMatch(/event_revision_search/);
    expect((await blocksOf({ q: '手話', past: true })) / few.get('two letters in what is over')!).toBeGreaterThan(MOST);
  }, 400_000);
});
