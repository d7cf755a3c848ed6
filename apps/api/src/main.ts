import 'reflect-metadata';
import { configOrExit, exitForSettings, keepHeapModest, leaveInTime } from '@yoriai/platform';
import { createApi } from './create-api.js';

keepHeapModest();
const config = configOrExit(process.env);
const app = await createApi(config);
app.enableShutdownHooks();
leaveInTime();
await app.listen({ port: config.port, host: '0.0.0.0' }).catch(exitForSettings);
// Whoever sets the rules of development beside the libraries of production reads it in the log.
console.info(`api ${process.pid}: ${config.publicUrl}${config.mode === 'production' ? '' : ` (${config.mode})`}`);
