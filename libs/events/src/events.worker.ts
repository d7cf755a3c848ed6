import { Module } from '@nestjs/common';
import { ApplicationSubscriber } from './application/application.subscriber.js';
import { ConsentSubscriber } from './consent/consent.subscriber.js';
import { EventSubscriber } from './event/event.subscriber.js';
import { EventsModule } from './events.module.js';

/** What the worker process adds: subscribers. `EventEnds.sweep` is called by its schedule. */
@Module({ imports: [EventsModule], providers: [ApplicationSubscriber, ConsentSubscriber, EventSubscriber], exports: [EventsModule] })
export class EventsWorkerModule {}
