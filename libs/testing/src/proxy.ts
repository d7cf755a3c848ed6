import http from 'node:http';

/** What came back. */
export interface Passed {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** What somebody asks for; without a body it is a GET. */
export interface Asked {
  path: string;
  body?: unknown;
  headers?: http.OutgoingHttpHeaders;
}

/** How often every process is asked whether it still takes requests (milliseconds). */
const ASKED_EVERY_MS = 200;

/**
 * Passes requests on as a proxy in front of several processes does: keeps its lines open, asks every process again
 * and again whether it still takes requests, and asks the next one when one is leaving, takes no line any more, or a
 * line that had been resting turns out to be cut. Whatever fails on a fresh line after it was opened is a failed request.
 */
export class Proxy {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 100 });

  private readonly leaving = new Set<string>();
  private readonly asking = setInterval(() => this.upstreams.forEach((url) => void this.look(url)), ASKED_EVERY_MS).unref();

  constructor(private readonly upstreams: string[]) {}

  /** Whoever says that it leaves is asked last. */
  private async look(url: string): Promise<void> {
    const open = await fetch(`${url}/health/open`).then((answer) => answer.ok, () => false);
    if (open) this.leaving.delete(url);
    else this.leaving.add(url);
  }

  /** From now on this one is asked first. */
  prefer(url: string): void {
    this.upstreams.unshift(url);
  }

  async pass(asked: Asked): Promise<Passed> {
    const staying = this.upstreams.filter((url) => !this.leaving.has(url));
    for (const url of [...staying, ...this.upstreams, ...this.upstreams]) {
      const answer = await this.ask(url, asked);
      if (answer !== 'elsewhere') return answer;
    }
    throw new Error(`No process takes ${asked.path}`);
  }

  private ask(url: string, { path, body, headers }: Asked): Promise<Passed | 'elsewhere'> {
    return new Promise((resolve, reject) => {
      const sent = body === undefined ? undefined : JSON.stringify(body);
      const type = sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) };
      const request = http.request(`${url}${path}`, { agent: this.agent, method: sent === undefined ? 'GET' : 'POST', headers: { ...type, ...headers } });
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        if (error.syscall === 'connect' || request.reusedSocket) resolve('elsewhere');
        else reject(error);
      });
      request.end(sent);
    });
  }

  close(): void {
    clearInterval(this.asking);
    this.agent.destroy();
  }
}
