import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Config, OUTBOX_CHANNEL } from '@yoriai/platform';

const RETRY_MS = 2_000;

/** Listens for the call that something was announced. Deaf moments cost nothing but the poll interval. */
@Injectable()
export class RelayEar {
  private readonly log = new Logger('RelayEar');
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(private readonly config: Config) {}

  async begin(onCall: () => void): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseAppUrl, keepAlive: true, connectionTimeoutMillis: 3_000 });
    const lost = (error?: Error): void => {
      if (this.ended || this.client !== client) return;
      this.client = undefined;
      this.log.warn(`not listening: ${error?.message ?? 'connection closed'}`);
      this.retry = setTimeout(() => void this.begin(onCall), RETRY_MS);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', onCall);
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${OUTBOX_CHANNEL}`);
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async end(): Promise<void> {
    this.ended = true;
    clearTimeout(this.retry);
    await this.client?.end();
  }
}
