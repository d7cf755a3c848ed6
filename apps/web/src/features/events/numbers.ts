/** A whole number as typed, wide digits too; `undefined` when empty, `null` when it is none. */
export function wholeNumber(text: string | undefined): number | null | undefined {
  const given = (text ?? '').normalize('NFKC').replace(/[,人\s]/g, '');
  if (given === '') return undefined;
  return /^\d{1,6}$/.test(given) ? Number(given) : null;
}
