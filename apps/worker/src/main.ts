import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { configOrExit, exitForSettings, keepHeapModest, leaveInTime } from '@yoriai/platform';
import { Timetable } from './timetable.js';
import { WorkerModule } from './worker.module.js';

keepHeapModest();
const config = configOrExit(process.env);
const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
  logger: ['error', 'fatal', 'warn'],
  abortOnError: false,
}).catch(exitForSettings);
app.enableShutdownHooks();
leaveInTime();
await app.get(Timetable).begin();
console.info(`worker ${process.pid}: ready`);
