import type { MigrationInterface, QueryRunner } from 'typeorm';

const SLICE = 1000;
const SEGMENTS = new Intl.Segmenter('ja', { granularity: 'word' });
const PARTICLES = new Set('のはがをにでともやへ');
const RUN = /[\p{Script=Hiragana}ー]+|[\p{Script=Katakana}ー]+|[a-z]+/giu;

const field = (name: string): string => `snapshot->>'${name}'`;
const REVISION = [...['title', 'placeName', 'placeAddress', 'summary', 'kana'].map(field), "snapshot->'organisation'->>'name'", "snapshot->'organisation'->>'kana'"].join(', ');

/** Texts that were searched before short words were found where words begin get lines with these, as word-starts.rules.ts tells them. */
export class EventsSearchWordStarts1795500001300 implements MigrationInterface {
  readonly name = 'EventsSearchWordStarts1795500001300';

  async up(runner: QueryRunner): Promise<void> {
    await everyRow(runner, 'events.event', 'id::text', 'title, place_name, place_address, summary, kana');
    await everyRow(runner, 'events.event_revision', "event_id::text || ' ' || lpad(number::text, 9, '0')", REVISION);
  }

  /** The lines harm no older process. */
  async down(): Promise<void> {}
}

async function everyRow(runner: QueryRunner, table: string, key: string, texts: string): Promise<void> {
  let after = '';
  for (;;) {
    const found = (await runner.query(`select ${key} as key, search_text as text, concat_ws(E'\\n', ${texts}) as written from ${table} where ${key} > $1 order by 1 limit ${SLICE}`, [after])) as {
      key: string;
      text: string;
      written: string;
    }[];
    if (found.length === 0) return;
    const values = [found.map((row) => row.key), found.map(({ text, written }) => withStarts(text, wordStarts(written)))];
    await runner.query(`update ${table} set search_text = new.text from unnest($1::text[], $2::text[]) as new(key, text) where ${key} = new.key and search_text <> new.text`, values);
    after = found.at(-1)!.key;
  }
}

function withStarts(text: string, starts: readonly string[]): string {
  const lines = text.split('\n');
  return [...lines, ...starts.filter((start) => !lines.includes(start))].join('\n');
}

function wordStarts(text: string): string[] {
  const written = text.normalize('NFKC');
  const places = new Set<number>();
  for (const { index, 0: run } of written.matchAll(RUN)) {
    if (!(/^\p{Script=Hiragana}/u.test(run) && /\p{Script=Han}$/u.test(written.slice(0, index)))) places.add(index);
  }
  for (const { index, segment } of SEGMENTS.segment(written)) {
    if ([...segment].length > 1) places.add(index);
    if (PARTICLES.has(segment)) places.add(index + segment.length);
  }
  const starts = [...places].map((at) => hiragana(/^[\p{Script=Hiragana}\p{Script=Katakana}ー]{1,2}|^[a-z]{1,2}/iu.exec(written.slice(at))?.[0] ?? ''));
  return [...new Set(starts.filter((start) => start !== ''))];
}

function hiragana(text: string): string {
  return text.toLowerCase().replace(/[\u30A1-\u30F6]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0x60));
}
