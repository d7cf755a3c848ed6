import 'reflect-metadata';
import { readConfig } from '@yoriai/platform';
import { createApi } from './create-api.js';

const config = readConfig(process.env);
const app = await createApi(config);
app.enableShutdownHooks();
await app.listen({ port: config.port, host: '0.0.0.0' });
console.info(`api ${process.pid}: ${config.publicUrl}`);
