import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, SystemClock } from './clock/clock.js';
import { Config } from './config/config.js';
import { DayCounts } from './counts/day-counts.js';
import { dataSourceOptions } from './database/data-source.js';
import { Db } from './database/db.js';
import { Moments } from './database/moments.js';
import { Files } from './files/files.js';
import { Endings } from './http/idempotency-endings.js';
import { IdempotencyKeys } from './http/idempotency-keys.js';
import { Idempotency } from './http/idempotency.js';
import { RateLimits } from './limits/rate-limits.js';
import { DirectRelay } from './outbox/direct-relay.js';
import { MessageHandlers } from './outbox/message-handlers.js';
import { Outbox } from './outbox/outbox.js';
import { Relay } from './outbox/relay.js';
import { RelayCall } from './outbox/relay-call.js';
import { MessageQueue } from './queue/message-queue.js';
import { KeptSealed } from './secrets/kept-sealed.js';
import { SealingKeys } from './secrets/sealing-keys.js';
import { Secrets } from './secrets/secrets.js';

/** What every process stands on. Imported once, by the process; global, so that contexts just inject. */
@Global()
@Module({})
export class PlatformModule {
  /** `clock` is given by tests only; a process lets it follow from the settings. */
  static forRoot(config: Config, clock: Clock = new SystemClock(config.now)): DynamicModule {
    const services = [Db, DayCounts, Moments, Outbox, Files, Secrets, KeptSealed, SealingKeys, Idempotency, RateLimits, MessageHandlers, Relay, DirectRelay, MessageQueue];
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({ ...dataSourceOptions(config), autoLoadEntities: true, retryAttempts: config.mode === 'test' ? 0 : 5, retryDelay: 1_000 }),
      ],
      providers: [{ provide: Config, useValue: config }, { provide: Clock, useValue: clock }, RelayCall, IdempotencyKeys, Endings, ...services],
      exports: [Config, Clock, ...services],
    };
  }
}
