import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestOf } from './acts.js';
import { LOGGED } from './logged.js';
import type { Asker } from './people.js';
import type { Prop } from './props.js';
import { Stage } from './stage.js';
import { verdictOf } from './verdict.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage.close());

type Somebody = Exclude<Asker, 'visitor'>;

/** The newest lines that somebody left in the log, `<action> <subject>`, newest first. */
async function linesOf(asker: Somebody): Promise<string[]> {
  const found = await stage.town.sql<{ line: string }>(`select action || ' ' || subject as line from identity.access_log where actor_person_id = $1 order by id desc`, [stage.actor(asker).personId]);
  return found.map(({ line }) => line);
}

/** Asks once and says which lines came of it. */
async function lines(asker: Somebody, route: string, prop: Prop, body?: object): Promise<string[]> {
  const [method = '', url = ''] = route.split(' ');
  const before = await linesOf(asker);
  const request = { ...requestOf({ method, url }, prop), ...(body && { body: JSON.stringify(body) }) };
  const heard = await stage.ask(asker, { ...request, cookies: prop['cookies'] });
  expect([verdictOf(heard), heard.body.slice(0, 300)]).toEqual(['ok', expect.anything()]);
  const after = await linesOf(asker);
  return after.slice(0, after.length - before.length);
}

describe('in the access log stands, once, who did it and about what:', () => {
  it.each(LOGGED)('%s (%s) by the %s is %s', async (route, about, asker, action, subject) => {
    const written = await lines(asker, route, await stage.prop(about));
    expect(written.filter((line) => line.startsWith(`${action} `))).toEqual([expect.stringMatching(new RegExp(`^${action} ${subject}:.`))]);
  });

  it('words of a published event that were put right', async () => {
    const prop = await stage.prop('published');
    await lines('leader', 'PATCH /api/events/:id/change', prop, { summary: 'どなたでもどうぞ。' });
    expect(await lines('leader', 'POST /api/events/:id/submission', prop)).toEqual([`event.edited event:${prop['id']}`]);
  });

  it.each([
    ['allowance', 'completion-list.allowed'],
    ['refusal', 'completion-list.refused'],
  ])('a list of who was there: that it was asked for, and its %s', async (answer, action) => {
    const prop = await stage.prop('office-event');
    const asked = await lines('staff', 'POST /api/events/:id/list-requests', prop, { list: 'completion-list', why: 'report' });
    expect(asked).toEqual([`completion-list.asked event:${prop['id']}`]);
    const [request] = await stage.town.sql<{ id: string }>('select id from events.list_request where event_id = $1', [prop['id']]);
    const answered = await lines('approver', `POST /api/list-requests/:id/${answer}`, { id: request!.id });
    expect(answered).toEqual([`${action} event:${prop['id']}`]);
  });
});

describe('a ticket that is opened at the door', () => {
  it('is one line for each who opens it, however often they look, and none for who holds it or may not see the name', async () => {
    const prop = await stage.prop('received');
    const line = `reception.ticket-read application:${prop['applicationId']}`;
    expect(await lines('leader', 'GET /t/:token', prop)).toEqual([line]);
    expect(await lines('leader', 'GET /t/:token', prop)).toEqual([]);
    expect(await lines('council-officer', 'GET /t/:token', prop)).toEqual([line]);
    for (const asker of ['volunteer', 'block-leader', 'other-leader', 'staff'] as const) expect([asker, await lines(asker, 'GET /t/:token', prop)]).toEqual([asker, []]);
  });
});
