import { load } from '../load.js';
import { findingOf, inTurns, type Finding } from '../ratio.js';

const CONNECTIONS = 50;
const SECONDS = 2;

/** A page as the product sends it to somebody without an account. */
export interface SavedPage {
  name: string;
  path: string;
  html: string;
  etag: string;
}

/** Takes a page down, for the limit to send the same bytes. */
export async function savePage(apiUrl: string, name: string, path: string): Promise<SavedPage> {
  const answer = await fetch(apiUrl + path);
  const etag = answer.headers.get('etag');
  if (answer.status !== 200 || etag === null) throw new Error(`${path}: ${answer.status}, ETag ${etag}`);
  return { name, path, html: await answer.text(), etag };
}

/** P3: public pages, whole and unchanged (304), beside a bare server with the same bytes. */
export async function pages(apiUrl: string, bareUrl: string, saved: readonly SavedPage[], rounds: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, page] of saved.entries()) {
    const kilobytes = Math.round(Buffer.byteLength(page.html) / 1024);
    for (const known of [false, true]) {
      const status = known ? 304 : 200;
      const ask = async (url: string): Promise<number> => {
        const headers = known ? { 'if-none-match': page.etag } : {};
        const { answered, byStatus, perSecond } = await load({ url, connections: CONNECTIONS, seconds: SECONDS, request: { headers } });
        if (byStatus[status] !== answered) throw new Error(`${url}: ${JSON.stringify(byStatus)}`);
        return perSecond;
      };
      const measured = await inTurns(
        rounds,
        () => ask(apiUrl + page.path),
        () => ask(`${bareUrl}/pages/${index}`),
      );
      const work = known ? `${page.name}, unchanged (304)` : `${page.name}, HTML, warm (${kilobytes} kB)`;
      findings.push(findingOf({ id: 'P3', work, limit: known ? 'bare Fastify, 304' : 'bare Fastify, same bytes', unit: '/s', kind: 'at-least', target: known ? 0.9 : 0.8 }, measured));
    }
  }
  return findings;
}
