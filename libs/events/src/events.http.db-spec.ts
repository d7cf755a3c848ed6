import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Catch, Module, ValidationPipe, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import { AssociationsHttpModule, type Actor } from '@yoriai/associations';
import { Sessions } from '@yoriai/identity';
import { Refusal, VALIDATION, fieldErrors } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import type { FastifyReply } from 'fastify';
import { aCast, aConcert, aNeighbour, anEvent, type Cast } from './an-event.builder.js';
import { EventsHttpModule } from './events.http.js';

@Catch(Refusal)
class RefusalFilter implements ExceptionFilter<Refusal> {
  catch({ status, code, fields, extra }: Refusal, host: ArgumentsHost): void {
    void host.switchToHttp().getResponse<FastifyReply>().status(status).send({ code, fields, ...extra });
  }
}

@Module({ imports: [AssociationsHttpModule, EventsHttpModule], providers: [{ provide: APP_FILTER, useClass: RefusalFilter }] })
class HttpModule {}

let app: TestApp;
let http: NestFastifyApplication;
let cast: Cast;
let origin: string;
const cookies = new Map<Actor, string>();

beforeAll(async () => {
  app = await testApp({ imports: [HttpModule] });
  http = app.module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  await http.register(cookie);
  const exceptionFactory = (errors: Parameters<typeof fieldErrors>[0]) => new Refusal('platform.invalid', { status: 422, fields: fieldErrors(errors) });
  http.useGlobalPipes(new ValidationPipe({ ...VALIDATION, transform: true, exceptionFactory }));
  await http.listen(0, '127.0.0.1');
  origin = await http.getUrl();
  cast = await aCast(app);
  for (const actor of [cast.leader, cast.member, cast.otherLeader, cast.staff, cast.approver, cast.blockLeader]) {
    const { token } = await app.tx((tx) => app.get(Sessions).start(tx, actor.accountId, {}));
    cookies.set(actor, `__Host-yoriai=${token}`);
  }
});
afterAll(async () => {
  await http.close();
  await app.close();
});

interface Answer {
  status: number;
  body: Record<string, unknown>;
  etag: string | undefined;
}

async function call(actor: Actor | null, line: string, payload?: object, headers: Record<string, string> = {}): Promise<Answer> {
  const [method, url] = line.split(' ') as ['GET' | 'POST' | 'PATCH', string];
  const sent = new Headers(headers);
  if (actor) sent.set('cookie', cookies.get(actor)!);
  if (payload) sent.set('content-type', 'application/json');
  const answer = await fetch(`${origin}${url}`, { method, headers: sent, body: payload ? JSON.stringify(payload) : null });
  const text = await answer.text();
  return { status: answer.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {}, etag: answer.headers.get('etag') ?? undefined };
}

describe('the main job over HTTP', () => {
  it('from the draft to the ticket and back', async () => {
    const draft = await call(cast.leader, 'POST /api/events', { organisationId: cast.host, title: 'バラ園コンサート' });
    expect(draft).toMatchObject({ status: 201, etag: '"1"', body: { state: 'draft', can: { edit: true, submit: 'event.incomplete' } } });
    const path = `/api/events/${String(draft.body.id)}`;
    const fields = aConcert(cast.host);
    const saved = await call(cast.leader, `PATCH ${path}`, fields, { 'if-match': '"1"' });
    expect(saved).toMatchObject({ status: 200, etag: '"2"', body: { missing: [], can: { submit: true } } });
    expect(await call(cast.leader, `PATCH ${path}`, fields)).toMatchObject({ status: 428, body: { code: 'platform.precondition-needed' } });
    expect(await call(cast.leader, `PATCH ${path}`, { title: 'あと' }, { 'if-match': '"1"' })).toMatchObject({ status: 412, body: { version: 2, current: { version: 2 } } });

    expect(await call(cast.leader, `POST ${path}/submission`)).toMatchObject({ status: 201, body: { state: 'submitted' } });
    expect(await call(cast.staff, `POST ${path}/return`, { revision: 1 })).toMatchObject({ status: 422, body: { fields: [{ field: 'reason', code: 'event.reason-required' }] } });
    expect(await call(cast.staff, `POST ${path}/return`, { reason: '場所を確かめてください。', revision: 1 })).toMatchObject({ status: 201, body: { state: 'returned' } });
    expect(await call(cast.leader, `POST ${path}/submission`)).toMatchObject({ status: 201 });
    expect(await call(cast.staff, `POST ${path}/approval`, { revision: 2 })).toMatchObject({ status: 403, body: { code: 'event.approver-only' } });
    expect(await call(cast.approver, `POST ${path}/approval`, {})).toMatchObject({ status: 422, body: { fields: [{ field: 'revision' }] } });
    expect(await call(cast.approver, `POST ${path}/approval`, { revision: 1 })).toMatchObject({ status: 409, body: { code: 'approval.revision-changed' } });
    expect(await call(cast.approver, `POST ${path}/approval`, { revision: 2 })).toMatchObject({ status: 201, body: { state: 'approved' } });
    const slug = String(draft.body.slug);
    expect(await call(null, `GET /api/public/events/${slug}`)).toMatchObject({ status: 404 });
    expect(await call(cast.leader, `POST ${path}/publication`)).toMatchObject({ status: 201, body: { state: 'published' } });

    const page = await call(null, `GET /api/public/events/${slug}`);
    const [frame] = page.body.frames as { id: string }[];
    const applied = await call(null, `POST ${path}/applications`, { frameId: frame!.id, ...aNeighbour(1, 2) });
    expect(applied).toMatchObject({ status: 201, body: { status: 'confirmed', waitlistPosition: null } });
    const token = String(applied.body.ticketUrl).split('/t/')[1]!;
    expect(await call(null, `GET /api/tickets/${token}`)).toMatchObject({ status: 200, body: { heads: 2, can: { cancel: true } } });
    expect(await call(null, `POST /api/tickets/${token}/cancellation`)).toMatchObject({ status: 201, body: { status: 'cancelled_by_applicant' } });
    expect(await call(null, 'POST /api/ticket-resends', { contact: 'nobody@example.jp' })).toMatchObject({ status: 202, body: { status: 'received' } });
    expect(await call(cast.leader, `GET ${path}/history`)).toMatchObject({ status: 200 });
  });
});

describe('what nobody may send', () => {
  it('a status with an application', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 1 }] });
    const asked = { frameId: event.frames[0]!.id, ...aNeighbour(1) };
    for (const more of [{ status: 'confirmed' }, { personId: cast.leader.personId }, { waitlistOrder: 0 }]) {
      const answer = await call(null, `POST /api/events/${event.id}/applications`, { ...asked, ...more });
      expect(answer).toMatchObject({ status: 422, body: { fields: [{ field: Object.keys(more)[0], code: 'field.whitelistValidation' }] } });
    }
  });

  it.each(['GET /api/events/x', 'POST /api/events/x/applications', 'POST /api/applications/1/promotion'])('%s with an id that is none: 400, never 500', async (line) => {
    expect((await call(cast.leader, line, line.startsWith('POST') ? {} : undefined)).status).toBe(400);
  });

  it.each(['page=abc', 'page=0', 'page=99999999999', 'state=any', 'scope=all', 'area=../x', 'nonsense=1'])('a list with %s: 422', async (query) => {
    expect((await call(cast.leader, `GET /api/events?${query}`)).status).toBe(422);
  });

  it('NUL in a text, a day that does not exist, an unknown slug: a refusal, never 500', async () => {
    const event = await anEvent(app, cast, 'draft');
    expect((await call(cast.leader, `PATCH /api/events/${event.id}`, { title: 'a\u0000b' }, { 'if-match': '"1"' })).status).toBe(422);
    expect((await call(null, 'GET /api/public/events?from=2026-02-30')).status).toBe(422);
    expect((await call(null, 'GET /api/public/events?q=%00')).status).toBe(422);
    expect((await call(null, 'GET /api/public/events/%00')).status).toBeLessThan(500);
    expect((await call(null, 'GET /api/tickets/%F0%9F%8E%AB')).status).toBe(404);
  });
});

/** Route by route: who is let in at all (401 and 403 come from the guard or the policy). */
const MATRIX: readonly [string, number, number, number, number, number][] = [
  // route, visitor, member, other leader, staff, leader
  ['GET /api/events', 401, 403, 200, 200, 200],
  ['POST /api/events', 401, 403, 422, 422, 422],
  ['GET /api/events/:draft', 401, 403, 404, 404, 200],
  ['GET /api/events/:published', 401, 403, 200, 200, 200],
  ['GET /api/events/:published/history', 401, 403, 403, 200, 200],
  ['GET /api/events/:published/applications', 401, 403, 403, 403, 200],
  ['POST /api/events/:published/submission', 401, 403, 403, 409, 409],
  ['POST /api/events/:published/approval', 401, 403, 403, 403, 403],
  ['POST /api/events/:published/closing', 401, 403, 403, 409, 403],
  ['GET /api/public/events', 200, 200, 200, 200, 200],
];

describe('who is let in', () => {
  it.each(MATRIX)('%s', async (line, visitor, member, otherLeader, staff, leader) => {
    const draft = await anEvent(app, cast, 'draft');
    const published = await anEvent(app, cast, 'published');
    const url = line.replace(':draft', draft.id).replace(':published', published.id);
    const payload = line.startsWith('POST') ? (line.endsWith('/approval') ? { revision: 1 } : {}) : undefined;
    const statuses: number[] = [];
    for (const actor of [null, cast.member, cast.otherLeader, cast.staff, cast.leader]) statuses.push((await call(actor, url, payload)).status);
    expect(statuses).toEqual([visitor, member, otherLeader, staff, leader]);
  });
});
