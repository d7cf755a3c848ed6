import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { leaveInTime, readConfig } from '@yoriai/platform';
import { Timetable } from './timetable.js';
import { WorkerModule } from './worker.module.js';

const config = readConfig(process.env);
const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
  logger: ['error', 'fatal', 'warn'],
  abortOnError: false,
});
app.enableShutdownHooks();
leaveInTime();
await app.get(Timetable).begin();
console.info(`worker ${process.pid}: ready`);
