/** What a file is about, by its own name: without its ending, and with blanks for what stands between words. */
export function nameOf(file: string): string {
  return file
    .normalize('NFC')
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
}
