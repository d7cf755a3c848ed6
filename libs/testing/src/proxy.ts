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
 * Passes requests on as a proxy in front of several processes does: keeps its lines open, goes round the processes,
 * and asks each again and again whether it still takes requests; one that says no is passed over while there is another.
 *
 * It sends again only what proxies send again without being told to: what never reached a process, since nobody took
 * the line, and a GET whose line had been resting and brought not one byte. Everything else that is cut, a visitor
 * would see, and `pass` throws: a change that was sent and not answered (it may have counted), an answer that broke off,
 * anything on a fresh line.
 */
export class Proxy {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 100 });

  private readonly leaving = new Set<string>();
  private readonly asking = setInterval(() => this.upstreams.forEach((url) => void this.look(url)), ASKED_EVERY_MS).unref();
  private turn = 0;

  constructor(private readonly upstreams: string[]) {}

  /** Whoever says that it leaves is asked last. */
  private async look(url: string): Promise<void> {
    const open = await fetch(`${url}/health/open`).then((answer) => answer.ok, () => false);
    if (open) this.leaving.delete(url);
    else this.leaving.add(url);
  }

  /** From now on this one is asked, too. */
  add(url: string): void {
    this.upstreams.push(url);
  }

  /** Sends one request and answers what came back, whole; throws where a visitor would have been cut off. */
  async pass(asked: Asked): Promise<Passed> {
    this.turn = (this.turn + 1) % this.upstreams.length;
    const round = [...this.upstreams.slice(this.turn), ...this.upstreams.slice(0, this.turn)];
    for (const url of [...round.filter((one) => !this.leaving.has(one)), ...round]) {
      const answer = await this.ask(url, asked);
      if (answer !== 'elsewhere') return answer;
    }
    throw new Error(`No process takes ${asked.path}`);
  }

  private ask(url: string, { path, body, headers }: Asked): Promise<Passed | 'elsewhere'> {
    return new Promise((resolve, reject) => {
      const sent = body === undefined ? undefined : JSON.stringify(body);
      const method = sent === undefined ? 'GET' : 'POST';
      const type = sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) };
      const request = http.request(`${url}${path}`, { agent: this.agent, method, headers: { ...type, ...headers } });
      const cut = (error: Error): void => reject(new Error(`${method} ${path}, ${request.reusedSocket ? 'line that had been resting' : 'fresh line'}: ${error.message}`));
      let begun = 0;
      request.on('socket', (socket) => (begun = socket.bytesRead));
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', cut);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        const unheard = request.reusedSocket && request.socket?.bytesRead === begun;
        if (error.syscall === 'connect' || (method === 'GET' && unheard)) resolve('elsewhere');
        else cut(error);
      });
      request.end(sent);
    });
  }

  close(): void {
    clearInterval(this.asking);
    this.agent.destroy();
  }
}
