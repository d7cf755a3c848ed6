import { load } from '../load.js';
import { findingOf, inTurns, type Finding } from '../ratio.js';
import { SIZES } from '../sizes.js';

const CONNECTIONS = 50;

/** A page as the product sends it to somebody without an account. */
export interface SavedPage {
  name: string;
  path: string;
  html: string;
  type: string;
  etag: string;
}

/** Takes a page down, for the limit to send the same bytes. */
export async function savePage(apiUrl: string, name: string, path: string): Promise<SavedPage> {
  const answer = await fetch(apiUrl + path);
  const etag = answer.headers.get('etag');
  if (answer.status !== 200 || etag === null) throw new Error(`${path}: ${answer.status}, ETag ${etag}`);
  return { name, path, html: await answer.text(), type: answer.headers.get('content-type') ?? '', etag };
}

/** One of the saved pages, asked for whole or by who has it (304). */
interface Asked {
  id: 'P3' | 'P10';
  index: number;
  known: boolean;
  target: number;
}

/** P3: public pages, whole and unchanged (304), beside a bare server with the same bytes. */
export async function pages(apiUrl: string, bareUrl: string, saved: readonly SavedPage[], rounds: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const index of saved.keys()) {
    for (const known of [false, true]) findings.push(await measured({ id: 'P3', index, known, target: known ? 0.9 : 0.8 }, apiUrl, bareUrl, saved, rounds));
  }
  return findings;
}

/** P10: the calendar of everything that is to come, beside a bare server with the same bytes. It is the page of this index. */
export function feed(apiUrl: string, bareUrl: string, saved: readonly SavedPage[], index: number, rounds: number): Promise<Finding> {
  return measured({ id: 'P10', index, known: false, target: 0.7 }, apiUrl, bareUrl, saved, rounds);
}

async function measured({ id, index, known, target }: Asked, apiUrl: string, bareUrl: string, saved: readonly SavedPage[], rounds: number): Promise<Finding> {
  const { name, path, html, type, etag } = saved[index]!;
  const status = known ? 304 : 200;
  const ask = async (url: string): Promise<number> => {
    const headers = known ? { 'if-none-match': etag } : {};
    const { answered, byStatus, perSecond } = await load({ url, connections: CONNECTIONS, seconds: SIZES.seconds, request: { headers } });
    if (byStatus[status] !== answered) throw new Error(`${url}: ${JSON.stringify(byStatus)}`);
    return perSecond;
  };
  const found = await inTurns(
    rounds,
    () => ask(apiUrl + path),
    () => ask(`${bareUrl}/pages/${index}`),
  );
  const work = known ? `${name}, unchanged (304)` : `${name}, ${type.includes('html') ? 'HTML, ' : ''}warm (${Math.round(Buffer.byteLength(html) / 1024)} kB)`;
  return findingOf({ id, work, limit: known ? 'bare Fastify, 304' : 'bare Fastify, same bytes', unit: '/s', kind: 'at-least', target }, found);
}
