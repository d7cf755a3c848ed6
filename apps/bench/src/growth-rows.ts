import type { OpenEvent, Town } from './town.js';

/** What children of the second year write: 159 letters, of which two make 25,281 words. Two of them stand in the place and the host of every event, and therefore last. */
const LETTERS = [...'引羽雲遠何科夏家歌画回海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹明鳴毛門夜野友用曜来里理話園会'];
/** A word of two letters that an event says of its own: at the larger size four others say it too. */
export const seldomWord = (n: number): string => `${LETTERS[n % 159]!}${LETTERS[Math.floor(n / 159) % 159]!}`;
/** Two letters that every event says. */
export const everybodysLetter = (n: number): string => LETTERS.at(n % 2 === 0 ? -1 : -2)!;
/** One of twenty letters: every sixteenth event says it in a word, so that more than a page is found at either size. */
export const oneLetter = (n: number): string => LETTERS[n % 20]!;
/** The same with two letters more: found by three and more. */
export const longWord = (n: number): string => `${seldomWord(n)}教室`;
/** One of twenty words of two letters: every twentieth event says it, so that more than a page is found at either size. */
export const commonWord = (n: number): string => `${LETTERS[n % 20]!}祭`;

/** How much stands: copies of an event, and applications for them. */
export interface Size {
  events: number;
  applications: number;
}

/** What is copied, from which number to which. */
interface Copied {
  event: OpenEvent;
  applicationId: string;
  from: Size;
  to: Size;
}

/** Every sixteenth of the copies waits for the ward: the inbox grows as everything else does, and has more than a page at either size. */
const EVERY = 16;

/** Ids that grow with their number, as those of the product grow with time: rows made later lie behind. */
const idOf = (kind: 'a' | 'b' | 'c' | 'e' | 'f', n: string): string => `('${kind}' || lpad(to_hex(${n}), 31, '0'))::uuid`;

const series = (from: number, to: number): string => `generate_series(${from}, ${to}) n`;

/** Which columns of a copy differ from those of its model, as SQL; `n` is the copy's number. */
type Changed = Readonly<Record<string, string>>;

/** Copies of one row, a number each: every column as its model has it, but for those that are changed. */
async function copies(db: Town['db'], table: string, changed: Changed, numbers: string, model: string): Promise<string> {
  const { rows } = await db.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [table]);
  const names = rows.map(({ name }) => name);
  const unknown = Object.keys(changed).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`${table} has no ${unknown.join(', ')}`);
  return `insert into ${table} (${names.join()}) select ${names.map((name) => changed[name] ?? `model.${name}`).join()} from ${table} model, ${numbers} where ${model}`;
}

/** Copies of an event that is over: the revision of each says a word of its own, and its case is decided, but for those that wait. */
async function past(db: Town['db'], { event, from, to }: Copied): Promise<string[]> {
  const numbers = series(from.events + 1, to.events);
  const letter = (of: string) => `substr('${LETTERS.join('')}', ${of}, 1)`;
  const words = `${letter('n % 159 + 1')} || ${letter('n / 159 % 159 + 1')} || '教室' || E'\\n' || ${letter('n % 20 + 1')} || '祭'`;
  const earlier = (column: string) => `model.${column} - make_interval(hours => 3 * n + 300)`;
  const decided = (state: string, waiting: string) => `case when n % ${EVERY} = 0 then ${waiting} else ${state} end`;
  const frame = idOf('f', 'n');
  return [
    await copies(db, 'events.event', { id: idOf('e', 'n'), slug: `'g' || n`, number: `'G' || n`, short_code: `'g' || n`, starts_at: earlier('starts_at'), ends_at: earlier('ends_at'), public_revision: decided('1', 'null'), state: decided(`'closed'`, `'submitted'`) }, numbers, `model.id = '${event.id}'`),
    await copies(db, 'events.frame', { id: frame, event_id: idOf('e', 'n'), places_taken: '0', waiting: '0' }, numbers, `model.id = '${event.frameId}'`),
    await copies(db, 'events.event_revision', { event_id: idOf('e', 'n'), search_text: `model.search_text || E'\n' || ${words}`, snapshot: `replace(model.snapshot::text, '${event.frameId}', ${frame}::text)::jsonb` }, numbers, `model.event_id = '${event.id}'`),
    await copies(db, 'approvals.approval_case', { id: idOf('c', 'n'), subject_id: idOf('e', 'n'), status: decided(`'approved'`, `'pending'`), approved_revision: decided('model.revision', 'null') }, numbers, `model.subject_id = '${event.id}'`),
    await copies(db, 'approvals.revision', { case_id: idOf('c', 'n') }, numbers, `model.case_id = (select id from approvals.approval_case where subject_id = '${event.id}')`),
  ];
}

/** People who applied ten times each, for one event after the other. */
async function applications(db: Town['db'], { applicationId, from, to }: Copied): Promise<string[]> {
  const [first, last] = [from.applications, to.applications - 1];
  const person = `'p' || n / 10`;
  return [
    await copies(db, 'identity.person', { id: idOf('b', 'n'), search_key: `'p' || n`, kana_key: `'p' || n`, email: `'p' || n || '@example.jp'`, contact_key: `'p' || n` }, series(first / 10, (last - 9) / 10), `model.id = (select person_id from events.application where id = '${applicationId}')`),
    await copies(db, 'events.application', {
      ...{ id: idOf('a', 'n'), person_id: idOf('b', 'n / 10'), number: `'G' || n`, event_id: idOf('e', `n % ${to.events} + 1`), frame_id: idOf('f', `n % ${to.events} + 1`) },
      ...{ search_key: person, contact_email: `${person} || '@example.jp'`, ticket_hash: `sha256(('t' || n)::bytea)` },
    }, series(first, last), `model.id = '${applicationId}'`),
    `update events.frame set places_taken = held.heads from (select frame_id, sum(heads) as heads from events.application where status = 'confirmed' group by frame_id) held
     where held.frame_id = frame.id and frame.places_taken <> held.heads`,
  ];
}

const FILLED = ['events.event', 'events.frame', 'events.event_revision', 'approvals.approval_case', 'approvals.revision', 'identity.person', 'events.application'];

/** Indexes that no constraint needs: made once over all rows they take a minute, row by row hours. */
async function indexes(db: Town['db']): Promise<{ name: string; made: string }[]> {
  const { rows } = await db.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
      where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [FILLED],
  );
  return rows;
}

/**
 * Grows the town from one size to the next. Foreign keys and triggers are not asked while it does, as in a restore:
 * every copy keeps what its model, made through the product, keeps.
 */
export async function grow({ db }: Town, copied: Copied): Promise<void> {
  const made = await indexes(db);
  await db.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`);
  for (const { name } of made) await db.query(`drop index ${name}`);
  const statements = [...(await past(db, copied)), ...(await applications(db, copied))];
  for (const statement of statements) await db.query(statement);
  for (const index of made) await db.query(index.made);
  await db.query('reset session_replication_role; reset synchronous_commit; reset maintenance_work_mem');
  await db.query('vacuum analyze');
}
