import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, Town, type TestApp } from '@yoriai/testing';
import { ReportingModule } from '../reporting.module.js';
import { DUTY_FILL } from './duty-fill.repository.js';
import { EVENT_FIGURES } from './participation.repository.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp({ imports: [ReportingModule] });
  const town = new Town(app);
  await town.organisation({ name: '西船場連合振興町会' });
  await town.person();
});
afterAll(() => app.close());

it('the plan of the figures reads no big table from end to end', async () => {
  await app.database.asOwner(`
    with e as (
      insert into events.event (id, number, slug, short_code, organisation_id, area_id, starts_at, ends_at, search_text, state, version, created_by, created_at, updated_at)
      select gen_random_uuid(), 'B' || n, 'b' || n, 'b' || n, o.id, null, timestamptz '2000-01-01' + n * interval '12 hours',
        timestamptz '2000-01-01 01:00' + n * interval '12 hours', '', 'approved', 1, p.id, now(), now()
      from generate_series(1, 6000) n, (select id from associations.organisation limit 1) o, (select id from identity.person limit 1) p
      returning id, created_by)
    insert into events.frame (id, event_id, sort, kind, name, method, capacity) select gen_random_uuid(), id, 0, 'participant', '一般', 'first-come', 10 from e`);
  await app.database.asOwner(`
    insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, contact_email, status, channel, created_at)
    select gen_random_uuid(), f.id, f.event_id, p.id, f.id::text || n, decode(md5(f.id::text || n), 'hex'), 1, n::text, 'a@example.jp', 'cancelled_by_host', 'web', now()
    from events.frame f, generate_series(1, 5) n, (select id from identity.person limit 1) p`);
  await app.database.asOwner('analyze');
  const plan = await app.tx((tx) =>
    rows<{ 'QUERY PLAN': string }>(tx, `explain ${EVENT_FIGURES}`, [new Date('2026-03-31T15:00:00Z'), new Date('2027-03-31T15:00:00Z'), null, null, null]),
  );
  const duties = await app.tx((tx) =>
    rows<{ 'QUERY PLAN': string }>(tx, `explain ${DUTY_FILL}`, [new Date('2026-03-31T15:00:00Z'), new Date('2027-03-31T15:00:00Z'), null, null, null, new Date('2026-12-31T15:00:00Z')]),
  );
  const text = [...plan, ...duties].map((line) => line['QUERY PLAN']).join('\n');
  expect(text).not.toMatch(/Seq Scan on (event|application|frame)\b/);
});
