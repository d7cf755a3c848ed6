import type { Client } from 'pg';

/** A table as it is copied: the columns that hold something of their own, in the order of its key. */
export interface Table {
  name: string;
  columns: string[];
  key: string[];
}

interface CatalogRow {
  name: string;
  columns: string[];
  key: string[] | null;
}

// The contexts' tables. Not the queue, which is transport; not generated columns, which PostgreSQL fills itself.
const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name,
    array(select quote_ident(a.attname) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    (select array_agg(quote_ident(a.attname) order by k.place) from pg_index i, unnest(i.indkey) with ordinality k(attnum, place)
      join pg_attribute a on a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'bullmq', 'local')
  order by 1`;

/** Every table of the record, by name. */
export async function tables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<CatalogRow>(TABLES);
  return rows.map(({ name, columns, key }) => ({ name, columns, key: key ?? columns }));
}

const REFERENCES = `
  select format('%I.%I', n.nspname, c.relname) as "table", quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and k.conparentid = 0 and n.nspname not in ('public', 'bullmq', 'local')`;

/** Tables on which a row writes other rows. */
const TRIGGERED = `
  select distinct format('%I.%I', n.nspname, c.relname) as name
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and n.nspname not in ('public', 'bullmq', 'local')`;

/**
 * Takes the references between tables away while they are filled, because some refer to each other in a
 * circle (an event and its revision); putting them back checks every row. What a row writes by itself (where an
 * event is and when) comes with the rows. All in the caller's transaction.
 */
export async function withoutReferences(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(REFERENCES);
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  const { rows: triggered } = await client.query<{ name: string }>(TRIGGERED);
  for (const { name } of triggered) await client.query(`alter table ${name} disable trigger user`);
  await work();
  for (const { name } of triggered) await client.query(`alter table ${name} enable trigger user`);
  for (const { table, name, definition } of rows) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
}

/** Where the counters of the record stand. */
export interface Sequence {
  name: string;
  lastValue: string;
  isCalled: boolean;
}

/** Every sequence of the contexts' schemas. */
export async function sequences(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences
     where schemaname not in ('public', 'bullmq', 'local') order by 1`,
  );
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<Omit<Sequence, 'name'>>(`select last_value::text as "lastValue", is_called as "isCalled" from ${name}`);
    found.push({ name, ...state[0]! });
  }
  return found;
}

/** The migrations that this database has seen, oldest first. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from public.migration order by timestamp, id');
  return rows.map(({ name }) => name);
}

/** The names of the keys with which something in it is sealed; the keys themselves are in no database. */
export async function sealedWith(client: Client): Promise<string[]> {
  const { rows: known } = await client.query(`select from pg_tables where schemaname = 'platform' and tablename = 'sealing_key'`);
  if (known.length === 0) return [];
  const { rows } = await client.query<{ id: string }>('select id from platform.sealing_key where ended_at is null order by id');
  return rows.map(({ id }) => id);
}

/** Where the chain of the sealed access log ends in it, `<number>:<hash>`; null before anything was sealed. */
export async function accessLogHead(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ head: string }>(`select position || ':' || encode(hash, 'hex') as head from identity.access_log_seal order by position desc limit 1`);
  return rows[0]?.head ?? null;
}
