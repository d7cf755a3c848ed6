import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Refusal, asRefusal } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { EventsModule } from './events.module.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
});
afterAll(() => app.close());

it('a text that the database finds too long is refused, whichever column it is for: forms count some signs as one that are two there', async () => {
  const found = await app.database.asOwner<{ name: string; says: string }>(`
    select conname as name, pg_get_constraintdef(oid) as says from pg_constraint
    where contype = 'c' and connamespace = 'events'::regnamespace and pg_get_constraintdef(oid) ~ '(char_)?length\\(' and pg_get_constraintdef(oid) ~ '<= [0-9]+' order by 1`);
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['event_materials', 'event_rain_decider']));
  const unheard = found.filter(({ name }) => {
    const refusal = asRefusal({ code: '23514', constraint: name });
    return !(refusal instanceof Refusal && refusal.status === 422);
  });
  expect(unheard).toEqual([]);
});
