const FIGURES = '〇一二三四五六七八九';
const UNITS: readonly (readonly [letter: string, value: number])[] = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
];

/** A text with its numbers in figures: 百歳 as 100歳, 一丁目 as 1丁目, 二〇二六年 as 2026年. */
export function inFigures(text: string): string {
  return text.normalize('NFKC').replace(/[〇一二三四五六七八九十百千]+/gu, valueOf);
}

/** A text with its numbers up to four figures in kanji: 100歳 as 百歳, 1丁目 as 一丁目. */
export function inKanji(text: string): string {
  return text.normalize('NFKC').replace(/(?<!\d)\d{1,4}(?!\d)/gu, (number) => written(Number(number)));
}

function valueOf(number: string): string {
  if (!/[十百千]/u.test(number)) return [...number].map((letter) => FIGURES.indexOf(letter)).join('');
  let [sum, figure] = [0, 0];
  for (const letter of number) {
    const unit = UNITS.find(([name]) => name === letter)?.[1];
    sum += unit === undefined ? 0 : (figure || 1) * unit;
    figure = unit === undefined ? FIGURES.indexOf(letter) : 0;
  }
  return String(sum + figure);
}

function written(number: number): string {
  if (number < 10) return FIGURES[number]!;
  const [name, value] = UNITS.find(([, unit]) => unit <= number)!;
  const count = Math.floor(number / value);
  const rest = number % value;
  return `${count === 1 ? '' : written(count)}${name}${rest === 0 ? '' : written(rest)}`;
}
