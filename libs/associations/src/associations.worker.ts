import { Module } from '@nestjs/common';
import { AssociationsModule } from './associations.module.js';

/** Associations hear no message yet; letters are written by the worker with `Invitations.letterOf`. */
@Module({ imports: [AssociationsModule], exports: [AssociationsModule] })
export class AssociationsWorkerModule {}
