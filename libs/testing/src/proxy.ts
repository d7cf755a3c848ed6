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

/**
 * Passes requests on as a proxy in front of several processes does: keeps its lines open, asks the next process
 * when one takes no line any more or a line that had been resting turns out to be cut. Whatever
 * fails on a fresh line after it was opened is a failed request.
 */
export class Proxy {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 100 });

  constructor(private readonly upstreams: string[]) {}

  /** From now on this one is asked first. */
  prefer(url: string): void {
    this.upstreams.unshift(url);
  }

  async pass(asked: Asked): Promise<Passed> {
    for (const url of [...this.upstreams, ...this.upstreams]) {
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
    this.agent.destroy();
  }
}
