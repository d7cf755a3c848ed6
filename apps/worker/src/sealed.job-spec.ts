import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ApplicantList, ApplicationChanges, ConsentLinks, EventEnds, EventQueries, EventReports, GuardianConsents, Resealing, SEALED_COLUMNS, SignUps } from '@yoriai/events';
import { KeptSealed, SealingKeys } from '@yoriai/platform';
import { testConfig } from '@yoriai/testing';
import { LetterTown, letterTo } from './letters/testing/letter-town.js';
import { SealingWork } from './timed-work.js';

const MARK = '標野';
const [OLD, NEW] = ['a-key-of-the-tests-that-seals-long-enough', 'the-next-key-of-the-tests-that-seals-too'];
const REPORT = { participants: 12, volunteers: 3, walkIns: 0, incident: `${MARK}さんがひざをすりむきました。` };

let town: LetterTown;
let event: { id: string; frameId: string; shiftId: string };
let question: string;
let ticket: string;
let link: string;
/** The two applications: of a child whose guardian was asked, and of a guardian. */
let ids: [string, string];

const sql = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => town.app.database.asOwner<T>(text, values);
const keptBy = (...sealingKeys: string[]): KeptSealed => new KeptSealed(testConfig(town.app.database, { sealingKeys }));

/** Everything that is delicate, with the mark in it, through every door by which it comes. */
beforeAll(async () => {
  town = await LetterTown.open();
  const { app, host } = town;
  event = await town.published({ frames: [{ name: 'こども', capacity: 9, perApplicationMax: 3, asks: { guardian: true, needs: ['allergy', 'wheelchair'], questions: [{ kind: 'text', label: '気をつけること', required: false, choices: [] }] } }], duties: [] });
  question = (await app.get(EventQueries).detail(host, event.id)).frames[0]!.asks.questions[0]!.key;
  const about = { eventId: event.id, frameId: event.frameId, heads: 1, needs: ['allergy' as const], needsText: `${MARK}はたまご`, answers: [{ key: question, value: `${MARK}の薬` }] };
  const child = await app.get(SignUps).apply(null, { ...about, name: '堀江 ひばり', kana: 'ほりえ ひばり', email: 'child@example.jp', guardian: { by: 'child', email: 'guardian@example.jp' } });
  const other = await app.get(SignUps).apply(null, { ...about, name: '堀江 はやぶさ', kana: 'ほりえ はやぶさ', email: 'own@example.jp', guardian: { by: 'guardian', name: `${MARK} 花`, relation: `${MARK}の母` } });
  ids = [child.id!, other.id!];
  ticket = child.ticketUrl!.split('/t/')[1]!;
  link = /\/g\/([\w-]{43})/.exec(letterTo(await town.post(), 'guardian@example.jp')!.text ?? '')![1]!;
  const { revision, read } = await app.get(ConsentLinks).byToken(link);
  await app.get(GuardianConsents).giveByToken(link, { name: `${MARK} 花`, relation: `${MARK}の母`, revision, read });
  await app.get(ApplicationChanges).answerByTicket(ticket, { needs: ['wheelchair'], needsText: `${MARK}の車いす` });
  await town.post();
});
afterAll(() => town.close());

async function reported(): Promise<void> {
  town.app.clock.set('2026-11-29T16:00:00+09:00');
  await town.app.get(EventEnds).sweep(town.app.clock.now());
  await town.app.get(EventReports).report(town.host, event.id, REPORT);
  await town.post();
}

/** Columns of words in which the mark stands, in every schema; what a message or an answer carries for a day is among them. */
async function marked(): Promise<string[]> {
  const columns = await sql<{ relation: string; name: string }>(
    `select format('%I.%I', table_schema, table_name) as relation, column_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') and (data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY'))`,
  );
  const each = columns.map(({ relation, name }) => `select '${relation}.${name}' as at where exists (select from ${relation} where "${name}"::text like $1)`);
  return (await sql<{ at: string }>(`${each.join(' union all ')} order by 1`, [`%${MARK}%`])).map(({ at }) => at);
}

const listed = async () => (await town.app.get(ApplicantList).ofEvent(town.host, event.id)).items;

describe('what is delicate', () => {
  it('what a guardian signed stands beside what is answered since', async () => {
    expect(await town.app.get(ConsentLinks).byToken(link)).toMatchObject({ guardianName: `${MARK} 花`, said: { needsText: `${MARK}の車いす` }, saidThen: { needsText: `${MARK}はたまご` } });
  });

  it('stands nowhere in the database as it was said, and whoever may know it reads it', async () => {
    await reported();
    expect(await marked()).toEqual([]);
    const items = await listed();
    expect(items.map(({ said }) => said?.needsText).sort()).toEqual([`${MARK}の車いす`, `${MARK}はたまご`].sort());
    expect(items.map(({ guardian }) => [guardian?.name, guardian?.relation])).toEqual([[`${MARK} 花`, `${MARK}の母`], [`${MARK} 花`, `${MARK}の母`]]);
    expect((await town.app.get(EventQueries).detail(town.host, event.id)).report?.incident).toBe(REPORT.incident);
    for (const { table, column } of SEALED_COLUMNS) expect([table, column, await sql(`select 1 from ${table} where ${column} is not null`)]).toEqual([table, column, expect.arrayContaining([expect.anything()])]);
  });

  it('would be found: the same words in a column that nobody seals', async () => {
    await sql('update events.event set care_text = $2 where id = $1', [event.id, `${MARK}さんへ`]);
    expect(await marked()).toEqual(['events.event.care_text']);
    await sql('update events.event set care_text = null where id = $1', [event.id]);
  });

  it('is never kept as it was typed, by whatever way it comes', async () => {
    for (const { table, column } of SEALED_COLUMNS) {
      await expect(sql(`update ${table} set ${column} = 'plain'`)).rejects.toThrow(`${table.split('.')[1]!}_${column}_sealed`);
    }
  });

  it.each([
    ['in another row', 'update events.application set answers = (select answers from events.application where id = $1) where id = $2'],
    ['with a figure changed', `update events.application set answers = overlay(answers placing case when substr(answers, 60, 1) = 'A' then 'B' else 'A' end from 60) where id = any($1::uuid[]) or id = $2`],
    ['under a key that nobody has', `update events.application set answers = 'k00000000' || substr(answers, 10) where id = any($1::uuid[]) or id = $2`],
  ])('%s is refused by its name, for everybody who would read it', async (_what, fault) => {
    const before = await sql<{ id: string; answers: string }>('select id, answers from events.application');
    await sql(fault, [fault.includes('any(') ? [ids[0]] : ids[0], ids[1]]);
    const refusal = { code: 'platform.sealed-unreadable', status: 503, why: expect.stringContaining('events.application.answers of ') };
    await expect(listed()).rejects.toMatchObject(refusal);
    for (const { id, answers } of before) await sql('update events.application set answers = $2 where id = $1', [id, answers]);
    expect(await listed()).toHaveLength(2);
  });

  it('a name in the place of a relation is refused too', async () => {
    const [before] = await sql<{ relation: string }>('select relation from events.guardian_consent where application_id = $1', [ids[0]]);
    await sql('update events.guardian_consent set relation = guardian_name where application_id = $1', [ids[0]]);
    await expect(listed()).rejects.toMatchObject({ code: 'platform.sealed-unreadable', why: expect.stringContaining('events.guardian_consent.relation') });
    await sql('update events.guardian_consent set relation = $2 where application_id = $1', [ids[0], before!.relation]);
  });
});

describe('the key', () => {
  const NOTHING = { turned: 0, unreadable: 0 };

  it('is turned: what is sealed is read all the while, is put under the new one, and the old one is needed no more', async () => {
    const [both, fresh] = [keptBy(NEW, OLD), keptBy(NEW)];
    const keys = (kept: KeptSealed): SealingKeys => new SealingKeys(town.app.db, kept);
    await keys(both).onModuleInit();
    await expect(keys(fresh).onModuleInit()).rejects.toThrow(`SEALING_KEY: データは別の鍵（${both.keyIds[1]}）で封をしてあります`);
    const before = await sql<{ incident: string }>('select incident from events.event_report');
    expect(await new Resealing(town.app.db, both).sweep()).toEqual({ turned: 8, unreadable: 0 });
    expect(await new Resealing(town.app.db, both).sweep()).toEqual(NOTHING);
    await keys(both).endOlder();
    await keys(fresh).onModuleInit();
    for (const { table, id, column } of SEALED_COLUMNS) {
      for (const { row, text } of await sql<{ row: string; text: string }>(`select ${id} as row, ${column} as text from ${table} where ${column} is not null`)) {
        expect(JSON.stringify(fresh.open({ column: `${table}.${column}`, row }, text))).toContain(MARK);
      }
    }
    // Who comes back with the old one alone does not begin.
    await expect(keys(keptBy(OLD)).onModuleInit()).rejects.toThrow(fresh.keyIds[0]!);
    expect(await sql<{ incident: string }>('select incident from events.event_report')).not.toEqual(before);
    await expect(town.app.database.asApp(`update events.event_report set incident = null`)).rejects.toThrow('permission denied');
  });

  it('without an older one beside it nothing is asked, and two workers at once do no harm', async () => {
    expect(await new Resealing(town.app.db, keptBy(NEW)).sweep()).toEqual(NOTHING);
    const both = keptBy(OLD, NEW);
    await Promise.all([1, 2, 3].map(() => new Resealing(town.app.db, both).sweep()));
    expect(await new Resealing(town.app.db, both).sweep()).toEqual(NOTHING);
    expect(await sql(`select 1 from events.application where answers not like $1`, [`${both.keyIds[0]}.%`])).toEqual([]);
  });

  it('is not ended while a value can’t be opened; everything beside it is turned, and the log names it', async () => {
    const both = keptBy(NEW, OLD);
    const [older] = both.keyIds.slice(1);
    const endsOlder = new SealingWork(new Resealing(town.app.db, both), new SealingKeys(town.app.db, both));
    const ended = async (): Promise<boolean> => (await sql('select 1 from platform.sealing_key where id = $1 and ended_at is not null', [older])).length > 0;
    await sql('update platform.sealing_key set ended_at = null');
    const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    // The first of the first column: whoever stops there turns nothing.
    const [first] = await sql<{ id: string; answers: string }>('select id, answers from events.application where answers is not null order by id limit 1');
    await sql(`update events.application set answers = overlay(answers placing case when substr(answers, 60, 1) = 'A' then 'B' else 'A' end from 60) where id = $1`, [first!.id]);
    const more: boolean[] = [];
    do more.push(await endsOlder.turn());
    while (more.at(-1));
    expect(await new Resealing(town.app.db, both).sweep()).toEqual({ turned: 0, unreadable: 1 });
    for (const { table, column } of SEALED_COLUMNS) {
      expect([table, column, await sql(`select 1 from ${table} where ${column} is not null and ${column} not like $1 limit 2`, [`${both.keyIds[0]}.%`])]).toEqual([table, column, column === 'answers' ? [expect.anything()] : []]);
    }
    expect(errors).toHaveBeenCalledWith(`the older SEALING_KEY stays in use; values that can't be opened: 1: events.application.answers of ${first!.id}`);
    expect(await ended()).toBe(false);
    // As the guide says: without the value, or with it as it was.
    await sql('update events.application set answers = $2 where id = $1', [first!.id, first!.answers]);
    while (await endsOlder.turn());
    expect(await ended()).toBe(true);
    errors.mockRestore();
  });
});
