import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { readConfig } from '@yoriai/platform';
import { ApiModule } from './api.module.js';
import { openApiDocument } from './openapi.js';

/** Settings of a server that nobody starts: the modules are read, nothing is made or connected. */
const NOWHERE = {
  NODE_ENV: 'test',
  DATABASE_APP_URL: 'postgres://nobody@localhost:1/nothing',
  DATABASE_QUEUE_URL: 'postgres://nothing@localhost:1/nothing',
  SMTP_URL: 'smtp://localhost:1',
  APP_SECRET: 'read-only-and-never-used-for-anything',
  SEALING_KEY: 'never-seals-anything-either-since-it-is-read-only',
};

/** The description of the JSON API, without a database; the App's client is generated from it. */
export async function apiDocument(): Promise<OpenAPIObject> {
  const module = ApiModule.forRoot(readConfig(NOWHERE));
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: ['error', 'fatal'],
  });
  return openApiDocument(app);
}
