import type { MigrationInterface, QueryRunner } from 'typeorm';

const SLICE = 1000;
const SEGMENTS = new Intl.Segmenter('ja', { granularity: 'word' });
const PARTICLES = new Set('のはがをにでともやへ');
const RUN = /[\p{Script=Hiragana}ー]+|[\p{Script=Katakana}ー]+|[a-z]+/giu;

const OTHER_FORMS = '靭髙﨑濵濱邊邉澤國廣學會區圖體龍櫻嶋ヶヵゖゕ';
const USUAL_FORMS = '靱高崎浜浜辺辺沢国広学会区図体竜桜島けかけか';
const USUAL = new Map([...OTHER_FORMS].map((letter, index) => [letter, [...USUAL_FORMS][index]!]));
const OTHER = new RegExp(`[${OTHER_FORMS}]`, 'gu');

const field = (name: string): string => `snapshot->>'${name}'`;
const REVISION = ['titleEasy', 'titleEn'].map(field).join(', ');

/** What was searched before titles in easy Japanese and in English were gets lines with these, as search.rules.ts writes them. */
export class EventsSearchOtherTitles1795500005901 implements MigrationInterface {
  readonly name = 'EventsSearchOtherTitles1795500005901';

  async up(runner: QueryRunner): Promise<void> {
    await everyRow(runner, 'events.event', 'id::text', 'title_easy, title_en');
    await everyRow(runner, 'events.event_revision', "event_id::text || ' ' || lpad(number::text, 9, '0')", REVISION);
  }

  /** The lines harm no older process. */
  async down(): Promise<void> {}
}

async function everyRow(runner: QueryRunner, table: string, key: string, texts: string): Promise<void> {
  let after = '';
  for (;;) {
    const found = (await runner.query(`select ${key} as key, search_text as text, concat_ws(E'\\n', ${texts}) as written from ${table} where ${key} > $1 and coalesce(${texts}) is not null order by 1 limit ${SLICE}`, [after])) as {
      key: string;
      text: string;
      written: string;
    }[];
    if (found.length === 0) return;
    const values = [found.map((row) => row.key), found.map(({ text, written }) => withLines(text, [...written.split('\n').map(searchable).filter((line) => line !== ''), ...wordStarts(written)]))];
    await runner.query(`update ${table} set search_text = new.text from unnest($1::text[], $2::text[]) as new(key, text) where ${key} = new.key and search_text <> new.text`, values);
    after = found.at(-1)!.key;
  }
}

function withLines(text: string, more: readonly string[]): string {
  return [...new Set([...text.split('\n'), ...more])].join('\n');
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

/** As search.form.ts writes it at this time. */
function searchable(text: string): string {
  return hiragana(text.replace(/\u309B/gu, '\u3099').replace(/\u309C/gu, '\u309A').normalize('NFKC'))
    .replace(OTHER, (letter) => USUAL.get(letter)!)
    .replace(/(?<=[\u3041-\u3096\u30FC])[-\u2010-\u2015\u2212~\u301C\u2500]/gu, 'ー')
    .replace(/[^\p{L}\p{N}\p{M}\n]+/gu, '');
}

function hiragana(text: string): string {
  return text.toLowerCase().replace(/[\u30A1-\u30F6\u30FD\u30FE]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0x60));
}
