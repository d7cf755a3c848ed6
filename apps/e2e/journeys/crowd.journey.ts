import { expect, test } from '@playwright/test';
import { call } from '../town/api.js';
import { publishedEvent } from '../town/events.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { sql } from '../town/sql.js';

interface Placed {
  id: string | null;
  status: string;
  waitlistPosition: number | null;
}

const PEOPLE = 500;
const PLACES = 50;
const RUNS = Number(process.env.CROWD_RUNS ?? 3);

let roles: Roles;
test.beforeAll(() => {
  roles = seedRoles();
});

const apply = (event: { id: string; frameId: string }, name: string, email: string, key?: string) =>
  call<Placed>('POST', `/api/events/${event.id}/applications`, {
    body: { frameId: event.frameId, name, kana: 'こんざつ', email, heads: 1 },
    ...(key ? { key } : {}),
  });

test(`${PEOPLE} people at once on ${PLACES} places, ${RUNS} times: nobody is oversold, nobody is lost`, async () => {
  test.setTimeout(RUNS * 20_000);
  for (let run = 0; run < RUNS; run += 1) {
    const event = await publishedEvent(roles, `おおぜい ${run + 1}`, PLACES);
    const answers = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => apply(event, `申込 ${n}`, `crowd-${run}-${n}@example.jp`)));

    expect([...new Set(answers.map((answer) => answer.status))]).toEqual([201]);
    expect(answers.filter((answer) => answer.body.status === 'confirmed')).toHaveLength(PLACES);
    const positions = answers.flatMap((answer) => answer.body.waitlistPosition ?? []).sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: PEOPLE - PLACES }, (_, n) => n + 1));

    const [frame] = await sql('select places_taken, waiting from events.frame where id = $1', [event.frameId]);
    const [counted] = await sql(
      "select (count(*) filter (where status = 'confirmed'))::int as confirmed, (count(*) filter (where status = 'waitlisted'))::int as waitlisted from events.application where frame_id = $1",
      [event.frameId],
    );
    expect(frame).toEqual({ places_taken: PLACES, waiting: PEOPLE - PLACES });
    expect(counted).toEqual({ confirmed: PLACES, waitlisted: PEOPLE - PLACES });
  }
});

test('twenty clicks of one person make one application', async () => {
  const event = await publishedEvent(roles, 'なんども押す人', PLACES);
  const sameKey = await Promise.all(Array.from({ length: 20 }, () => apply(event, '連打 太郎', 'clicks@example.jp', 'one-and-the-same-key')));
  const accepted = sameKey.filter((answer) => answer.status === 201);
  expect(accepted.length).toBeGreaterThan(0);
  expect(new Set(accepted.map((answer) => answer.body.id)).size).toBe(1);
  expect(sameKey.filter((answer) => ![201, 409].includes(answer.status))).toEqual([]);

  const otherKeys = await Promise.all(Array.from({ length: 20 }, (_, n) => apply(event, '連打　太郎', 'CLICKS@example.jp', `another-key-${n}`)));
  expect(otherKeys.map((answer) => answer.body.status)).toEqual(Array.from({ length: 20 }, () => 'received'));
  const rows = await sql("select 1 from events.application where frame_id = $1 and status = 'confirmed'", [event.frameId]);
  expect(rows).toHaveLength(1);
});
