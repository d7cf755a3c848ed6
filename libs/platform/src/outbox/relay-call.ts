import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The channel on which the relay listens. */
export const OUTBOX_CHANNEL = 'yoriai_outbox';
/** At most one call per process in this time: a NOTIFY serialises commits, so it must not come with each of them. */
const QUIET_MS = 50;

/** Wakes the relay after a commit. A lost call costs nothing but the relay's poll interval. */
@Injectable()
export class RelayCall implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly source: DataSource) {}

  wake(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.source.isInitialized) return;
      this.source.query(`notify ${OUTBOX_CHANNEL}`).catch((error: unknown) => {
        // The relay polls anyway: a call that does not get through only delays it.
        if (this.source.isInitialized) process.emitWarning(`relay call failed: ${String(error)}`);
      });
    }, QUIET_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }
}
