import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIGURES = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 千: 1000, 百: 100, 十: 10 };
const SLICE = 1000;

/** Texts that were searched before numbers stood in them in both ways get lines with figures and with kanji, as search.rules.ts writes them. */
export class EventsSearchNumbers1795500000200 implements MigrationInterface {
  readonly name = 'EventsSearchNumbers1795500000200';

  async up(runner: QueryRunner): Promise<void> {
    await everyRow(runner, 'events.event', 'id::text');
    await everyRow(runner, 'events.event_revision', "event_id::text || ' ' || lpad(number::text, 9, '0')");
  }

  /** The lines harm no older process. */
  async down(): Promise<void> {}
}

async function everyRow(runner: QueryRunner, table: string, key: string): Promise<void> {
  let after = '';
  for (;;) {
    const found = (await runner.query(`select ${key} as key, search_text as text from ${table} where ${key} > $1 order by 1 limit ${SLICE}`, [after])) as { key: string; text: string }[];
    if (found.length === 0) return;
    const changed = found.map(({ key: name, text }) => ({ key: name, text: withOtherLines(text) })).filter(({ text }, index) => text !== found[index]!.text);
    const values = [changed.map((row) => row.key), changed.map((row) => row.text)];
    await runner.query(`update ${table} set search_text = new.text from unnest($1::text[], $2::text[]) as new(key, text) where ${key} = new.key`, values);
    after = found.at(-1)!.key;
  }
}

/** The first line is the number of the event. */
function withOtherLines(text: string): string {
  const [number, ...lines] = text.split('\n');
  const others = lines.flatMap((line) => [inFigures(line), inKanji(line)].filter((other) => other !== line));
  return [number, ...lines, ...others].join('\n');
}

function inFigures(text: string): string {
  return text.replace(/[〇一二三四五六七八九十百千]+/gu, valueOf);
}

function inKanji(text: string): string {
  return text.replace(/(?<!\d)\d{1,4}(?!\d)/gu, (number) => written(Number(number)));
}

function valueOf(number: string): string {
  if (!/[十百千]/u.test(number)) return [...number].map((letter) => FIGURES.indexOf(letter)).join('');
  let [sum, figure] = [0, 0];
  for (const letter of number) {
    const unit = UNITS[letter];
    sum += unit === undefined ? 0 : (figure || 1) * unit;
    figure = unit === undefined ? FIGURES.indexOf(letter) : 0;
  }
  return String(sum + figure);
}

function written(number: number): string {
  if (number < 10) return FIGURES[number]!;
  const [name, value] = Object.entries(UNITS).find(([, unit]) => unit <= number)!;
  const count = Math.floor(number / value);
  return `${count === 1 ? '' : written(count)}${name}${number % value === 0 ? '' : written(number % value)}`;
}
