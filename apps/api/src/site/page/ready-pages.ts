import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MadePage, PageCache } from './page-cache.js';
import { pageKey, type CookieNames } from './page-key.js';

/**
 * Sends public pages that lie ready before the framework looks at the request: most readers of a popular event
 * open what somebody else has just opened. Each has the same headers as a page that is made for one, and its
 * own number. What costs less than saying no is not counted against anybody.
 */
export class ReadyPages {
  /** None before the process serves, and none again when it is told to leave: the framework says goodbye. */
  private cache: PageCache | undefined;
  private readonly heads = new WeakMap<MadePage, Heads>();

  /** `always`: the headers of the house. */
  constructor(
    private readonly names: CookieNames,
    private readonly always: Readonly<Record<string, string>>,
  ) {}

  open(cache: PageCache): void {
    this.cache = cache;
  }

  close(): void {
    this.cache = undefined;
  }

  /**
   * Answers what lies ready and leaves everything else to `otherwise`. Asks nothing of the database for this request
   * alone; where nobody knows at the moment whether anything has changed, it waits with the others who ask.
   */
  answer(request: IncomingMessage, response: ServerResponse, otherwise: () => void): void {
    const { cache } = this;
    const key = cache && request.method === 'GET' ? pageKey(request, this.names) : null;
    if (!cache || key === null) return otherwise();
    const page = cache.ready(key);
    if (page) return write(response, page, this.headsFor(page), request.headers);
    const soon = cache.soon(key);
    if (!soon) return otherwise();
    soon.then(
      // Whoever was told to leave meanwhile says goodbye in the framework.
      (known) => (known && this.cache === cache ? write(response, known, this.headsFor(known), request.headers) : otherwise()),
      otherwise,
    );
  }

  private headsFor(page: MadePage): Heads {
    let heads = this.heads.get(page);
    if (!heads) this.heads.set(page, (heads = headsOf(page, this.always)));
    return heads;
  }
}

/** Names and values in turn, as Node writes them without a second look. */
interface Heads {
  whole: readonly string[];
  unchanged: readonly string[];
}

/** To a browser that has the page only what may have changed is said again (RFC 9110 §15.4.5); it keeps the rest with the page. */
function headsOf({ headers }: MadePage, always: Readonly<Record<string, string>>): Heads {
  const unchanged = Object.entries(headers).filter(([name]) => name !== 'content-type');
  return { whole: [always, headers].flatMap((each) => Object.entries(each).flat()), unchanged: unchanged.flat() };
}

function write(response: ServerResponse, page: MadePage, head: Heads, asked: IncomingMessage['headers']): void {
  const id = randomUUID();
  if (page.headers.etag !== undefined && asked['if-none-match'] === page.headers.etag) {
    response.writeHead(304, head.unchanged.concat('x-request-id', id)).end();
    return;
  }
  const packed = page.zippable?.for(asked) ?? { bytes: page.html, headers: {} };
  const own = [...Object.entries(packed.headers).flat(), 'content-length', String(packed.bytes.byteLength)];
  response.writeHead(page.status, [...head.whole, ...own, 'x-request-id', id]).end(packed.bytes);
}
