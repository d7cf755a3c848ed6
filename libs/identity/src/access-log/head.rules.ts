import type { Head } from './access-log-check.js';

/** `12345:9f86d0…`, as it is printed and kept outside. */
export function headText(head: Head): string {
  return `${head.position}:${head.hash}`;
}

/** Reads what {@link headText} wrote; null for anything else. */
export function readHead(text: string): Head | null {
  const [, position, hash] = /^([1-9]\d{0,17}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return position === undefined || hash === undefined ? null : { position: BigInt(position), hash };
}
