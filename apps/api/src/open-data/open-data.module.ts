import { Module } from '@nestjs/common';
import { AssociationsModule } from '@yoriai/associations';
import { EventsModule } from '@yoriai/events';
import { EventExports } from './event-export.service.js';
import { EventImports } from './event-import.service.js';
import { EventListController } from './event-list.controller.js';

/** Lists of open data, in and out. */
@Module({ imports: [AssociationsModule, EventsModule], controllers: [EventListController], providers: [EventImports, EventExports] })
export class OpenDataModule {}
