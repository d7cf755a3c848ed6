/** What spreadsheets take for the beginning of a formula, in both widths; blanks and signs that nobody sees may stand before it. */
const FORMULA_START = /^(?:[\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;

/**
 * A text as a cell may hold it: one that could be run as a formula, when the file is saved as CSV and
 * opened again, gets a leading quote (ASVS 5.0 1.2.10). Control characters that XML can't carry go.
 */
export function plainCell(text: string): string {
  // First what goes anyway: it could hide a formula from the look at the start.
  const kept = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu, '');
  return FORMULA_START.test(kept) ? `'${kept}` : kept;
}
