/** Bytes of a file in base64, as JSON carries them. In slices: a call takes only so many arguments. */
export function inBase64(bytes: Uint8Array): string {
  const SLICE = 0x8000;
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE) letters.push(String.fromCharCode(...bytes.subarray(at, at + SLICE)));
  return btoa(letters.join(''));
}

/** What is sent of a file that somebody chose. */
export async function fileContent(file: File): Promise<{ fileName: string; content: string }> {
  return { fileName: file.name.slice(-120), content: inBase64(new Uint8Array(await file.arrayBuffer())) };
}
