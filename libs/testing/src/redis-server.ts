import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { freePort } from './servers.js';
import { until } from './until.js';

/** A real Redis on loopback that keeps nothing on disk: started again it is empty. */
export class RedisServer {
  private port = 0;
  private child: ChildProcess | undefined;

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, on the port it had before. Does nothing while it runs. */
  async start(): Promise<void> {
    if (this.child) return;
    this.port ||= await freePort();
    const settings = ['--bind', '127.0.0.1', '--port', String(this.port), '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    this.child = spawn('redis-server', settings, { stdio: 'ignore' });
    await until('Redis answers', () => this.say('PING').then((answer) => answer.startsWith('+PONG'), () => false));
  }

  async stop(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }

  /** Forgets everything. */
  async flush(): Promise<void> {
    await this.say('FLUSHALL');
  }

  private say(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(this.port, '127.0.0.1');
      socket.once('connect', () => socket.write(`${command}\r\n`));
      socket.once('error', reject);
      socket.once('data', (answer) => {
        socket.destroy();
        resolve(answer.toString());
      });
    });
  }
}
