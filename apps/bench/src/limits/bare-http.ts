import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';
import { newId } from '@yoriai/platform';

/**
 * What HTTP and one insert cost without any rule: bare Fastify, one named statement, a pool as large as the
 * product's. It also sends pages that were saved beforehand, byte for byte.
 */
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 20 });
const pages = JSON.parse(readFileSync(process.env.BENCH_PAGES ?? '', 'utf8')) as { html: string; type: string; etag: string }[];
const app = Fastify();

interface Applicant {
  frameId: string;
  name: string;
  kana: string;
  email: string;
  heads: number;
}

app.post<{ Body: Applicant }>('/entries', async (request, reply) => {
  const { frameId, name, kana, email, heads } = request.body;
  const id = newId();
  await pool.query({ name: 'entry', text: 'insert into bench.entry (id, frame_id, name, kana, email, heads) values ($1, $2, $3, $4, $5, $6)', values: [id, frameId, name, kana, email, heads] });
  return reply.status(201).send({ id });
});

for (const [index, { html, type, etag }] of pages.entries()) {
  app.get(`/pages/${index}`, (request, reply) => {
    void reply.header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.status(304).send();
    return reply.type(type).send(html);
  });
}

await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
console.info(`ready http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
process.once('SIGTERM', () => void app.close().then(() => pool.end()));
