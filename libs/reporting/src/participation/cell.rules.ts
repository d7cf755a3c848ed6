/** What spreadsheets take for the beginning of a formula, in both widths, and what hides one. */
const FORMULA_START = /^[=+\-@\t\r\0＝＋－＠]/u;

/**
 * A text as a cell may hold it: one that could be run as a formula, when the file is saved as CSV and
 * opened again, gets a leading quote (ASVS 5.0 1.2.10). Control characters that XML can't carry go.
 */
export function plainCell(text: string): string {
  const quoted = FORMULA_START.test(text) ? `'${text}` : text;
  return quoted.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu, '');
}
