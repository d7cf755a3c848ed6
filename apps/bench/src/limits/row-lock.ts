import pg from 'pg';
import { newId } from '@yoriai/platform';

const CLIENTS = 20;

/**
 * What PostgreSQL alone does on one hot frame when each applicant has a transaction: lock the frame, insert,
 * commit; 20 clients, named statements, no HTTP. Answers applicants per second.
 */
export async function rowLock(url: string, frameId: string, applicants: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  let left = applicants;
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (; left > 0; ) {
        const number = left;
        left -= 1;
        await client.query('begin');
        await client.query({ name: 'lock', text: 'select capacity from bench.frame where id = $1 for update', values: [frameId] });
        await client.query({
          name: 'entry',
          text: 'insert into bench.entry (id, frame_id, name, kana, email, heads) values ($1, $2, $3, $4, $5, $6)',
          values: [newId(), frameId, `町民 ${number}`, 'ちょうみん', `limit-${number}@example.jp`, 1],
        });
        await client.query('commit');
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return applicants / seconds;
}
