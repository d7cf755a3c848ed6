import { Module } from '@nestjs/common';
import { IdentityModule } from './identity.module.js';

/** Identity hears no message yet; letters are written by the worker with `SignIn.letterOf`. */
@Module({ imports: [IdentityModule], exports: [IdentityModule] })
export class IdentityWorkerModule {}
