/** Square metres as typed, one decimal at most; `undefined` when empty, `null` when it is none. */
export function area(text: string | undefined): number | null | undefined {
  const given = (text ?? '').normalize('NFKC').replace(/,|\s|㎡|m2|平米/gi, '');
  if (given === '') return undefined;
  return /^\d{1,5}(\.\d)?$/.test(given) && Number(given) <= 10_000 ? Number(given) : null;
}

/** A whole number as typed, wide digits too; `undefined` when empty, `null` when it is none. */
export function wholeNumber(text: string | undefined, digits = 6): number | null | undefined {
  const given = (text ?? '').normalize('NFKC').replace(/[,人円\s]/g, '');
  if (given === '') return undefined;
  return /^\d+$/.test(given) && given.length <= digits ? Number(given) : null;
}
