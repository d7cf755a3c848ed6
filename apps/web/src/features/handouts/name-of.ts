/** What a file is about, by its own name: without its ending, and with blanks for what stands between words. */
export function nameOf(file: string): string {
  return file
    .normalize('NFC')
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
}

/** So many letters has the name of a handout. */
export const MOST_LETTERS = 60;

/** What stands in the box once a file is chosen: what somebody wrote stays, and what was guessed of the file before goes with it. */
export function nameFor(chosen: string, written: string, before: string): string {
  const guess = (file: string): string => nameOf(file).slice(0, MOST_LETTERS);
  return written.trim() === '' || written === guess(before) ? guess(chosen) : written;
}
