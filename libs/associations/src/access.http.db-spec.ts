import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Catch, Controller, Get, Module, ValidationPipe, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import { IdentityHttpModule, Sessions, SignIn } from '@yoriai/identity';
import { Refusal, VALIDATION } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import type { FastifyReply } from 'fastify';
import { aWard, type Ward } from './a-ward.builder.js';
import { AssociationsHttpModule } from './associations.http.js';
import type { Actor } from './actor/actor.js';

/** A route that somebody forgot to mark. */
@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): string {
    return 'secret';
  }
}

@Catch(Refusal)
class RefusalFilter implements ExceptionFilter<Refusal> {
  catch(refusal: Refusal, host: ArgumentsHost): void {
    void host.switchToHttp().getResponse<FastifyReply>().status(refusal.status).send({ code: refusal.code });
  }
}

@Module({
  imports: [IdentityHttpModule, AssociationsHttpModule],
  controllers: [ForgottenController],
  providers: [{ provide: APP_FILTER, useClass: RefusalFilter }],
})
class HttpModule {}

let app: TestApp;
let http: NestFastifyApplication;
let ward: Ward;

beforeAll(async () => {
  app = await testApp({ imports: [HttpModule] });
  http = app.module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  await http.register(cookie);
  http.useGlobalPipes(new ValidationPipe(VALIDATION));
  await http.listen(0, '127.0.0.1');
  ward = await aWard(app);
});
afterAll(async () => {
  await http.close();
  await app.close();
});

const cookieOf = (token: string) => ({ cookie: `__Host-yoriai=${token}` });

async function as(actor: Actor): Promise<{ cookie: string }> {
  const { token } = await app.tx((tx) => app.get(Sessions).start(tx, actor.accountId, {}));
  return cookieOf(token);
}

/** Over a real socket: the injection of fastify does not load under jest's modules. */
async function call(method: 'GET' | 'POST' | 'DELETE', path: string, headers: Record<string, string> = {}, payload?: object) {
  const sent = payload ? { body: JSON.stringify(payload), headers: { ...headers, 'content-type': 'application/json' } } : { headers };
  const answer = await fetch(new URL(path, await http.getUrl()), { method, ...sent });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>), cookies: answer.headers.getSetCookie() };
}

describe('the guard', () => {
  it('closes a route that nobody marked, to everybody', async () => {
    for (const headers of [{}, await as(ward.admin)]) {
      expect(await call('GET', '/forgotten', headers)).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
    }
  });

  it.each(['/api/me', '/api/sessions', '/api/organisations', '/api/admin/officers'])('asks a stranger at %s to sign in', async (url) => {
    expect(await call('GET', url)).toMatchObject({ status: 401, body: { code: 'session.needed' } });
    expect(await call('GET', url, cookieOf('nonsense'))).toMatchObject({ status: 401, body: { code: 'session.needed' } });
  });

  it('lets everybody read the areas', async () => {
    const { status, body } = await call('GET', '/api/areas');
    expect([status, body]).toMatchObject([200, { length: 14 }]);
  });

  it('keeps the ward-wide list for the ward', async () => {
    expect((await call('GET', '/api/admin/officers', await as(ward.leader))).status).toBe(403);
    expect((await call('GET', '/api/admin/officers', await as(ward.staff))).status).toBe(200);
    expect((await call('GET', '/api/admin/officers', await as(ward.admin))).status).toBe(200);
  });
});

describe('signing in over HTTP', () => {
  it('answers alike for known and unknown addresses, and sets Host-only cookies', async () => {
    const answers = await Promise.all(['chair@example.jp', 'nobody@example.jp'].map((email) => call('POST', '/api/sign-in-requests', {}, { email })));
    const shapes = answers.map(({ status, body, cookies }) => [status, Object.keys(body ?? {}), cookies.map((line) => line.split('=')[0])]);
    expect(shapes[0]).toEqual([202, ['requestId', 'expiresAt'], ['__Host-yoriai-browser']]);
    expect(shapes[1]).toEqual(shapes[0]);
  });

  it('takes the code in the same browser, lists the session and signs out', async () => {
    const asked = await call('POST', '/api/sign-in-requests', {}, { email: 'chair@example.jp' });
    const browser = asked.cookies[0]?.split(';')[0] ?? '';
    const requestId = String(asked.body?.['requestId']);
    const letter = await app.tx((tx) => app.get(SignIn).letterOf(tx, requestId));
    const code = letter && 'code' in letter ? letter.code : '';
    expect((await call('POST', '/api/sessions', {}, { requestId, code })).body).toEqual({ code: 'sign-in.other-browser' });

    const signedIn = await call('POST', '/api/sessions', { cookie: browser }, { requestId, code });
    expect(signedIn.status).toBe(201);
    expect(signedIn.body).toEqual({ personId: ward.leader.personId, expiresAt: expect.any(String) });
    const [session, ...attributes] = (signedIn.cookies[0] ?? '').split('; ');
    expect(session).toMatch(/^__Host-yoriai=[\w-]{43}$/);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']));

    const mine = { cookie: session ?? '' };
    const list = await call('GET', '/api/sessions', mine);
    expect(list.body).toContainEqual(expect.objectContaining({ current: true }));
    expect((await call('DELETE', '/api/sessions/current', mine)).status).toBe(204);
    expect((await call('GET', '/api/sessions', mine)).status).toBe(401);
  });

  it('revokes one of my sessions and nobody else’s', async () => {
    const [lost, mine, theirs] = [await as(ward.leader), await as(ward.leader), await as(ward.otherLeader)];
    const list = (await call('GET', '/api/sessions', mine)).body as unknown as { id: string; current: boolean }[];
    const own = list.find((session) => session.current)?.id;
    const strangers = (await call('GET', '/api/sessions', theirs)).body as unknown as { id: string }[];
    expect((await call('DELETE', `/api/sessions/${strangers[0]?.id}`, mine)).status).toBe(404);
    for (const session of list) if (session.id !== own) expect((await call('DELETE', `/api/sessions/${session.id}`, mine)).status).toBe(204);
    expect([(await call('GET', '/api/me', lost)).status, (await call('GET', '/api/me', mine)).status]).toEqual([401, 200]);
  });

  it('refuses fields nobody asked for', async () => {
    expect((await call('POST', '/api/accounts', {}, { email: 'a@example.jp', name: '花子', kana: 'はなこ', role: 'admin' })).status).toBe(400);
  });
});

describe('organisations over HTTP', () => {
  it('shows an officer their own, the ward all, and 404 for the rest', async () => {
    const leader = await as(ward.leader);
    expect(await call('GET', '/api/organisations', leader)).toMatchObject({ status: 200, body: [{ id: ward.town, areaName: '西船場' }] });
    expect((await call('GET', '/api/organisations', await as(ward.staff))).body).toHaveLength(3);
    expect((await call('GET', `/api/organisations/${ward.otherTown}`, leader)).status).toBe(404);
    expect((await call('GET', `/api/organisations/${ward.otherTown}/officers`, leader)).status).toBe(404);
    expect((await call('POST', `/api/organisations/${ward.otherTown}/invitations`, leader, { email: 'x@example.jp', role: 'member', title: '会員' })).status).toBe(404);
  });

  it('shows contacts to who works with the officers, and logs it', async () => {
    const asLeader = await call('GET', `/api/organisations/${ward.town}/officers`, await as(ward.leader));
    const asBlockLeader = await call('GET', `/api/organisations/${ward.town}/officers`, await as(ward.blockLeader));
    const officersOf = (body: unknown) => (body as { officers: { email: string | null; role: string; can: object }[] }).officers;
    expect(officersOf(asLeader.body).map(({ email }) => email).sort()).toEqual(['block@example.jp', 'chair@example.jp']);
    expect(officersOf(asBlockLeader.body).map(({ email }) => email)).toEqual([null, null]);
    expect(officersOf(asBlockLeader.body).find(({ role }) => role === 'leader')?.can).toEqual({ end: 'officer.may-not-end', resetPasskeys: 'access.forbidden' });
    expect(asLeader.body?.['inviteRoles']).toEqual(['council-officer', 'drill-leader', 'block-leader', 'member']);
    expect(asBlockLeader.body?.['can']).toEqual({ invite: 'invitation.role-not-allowed', handOver: true });
    const log = await app.database.asOwner('select actor_person_id, subject, row_count from identity.access_log where action = $1', ['officers.contacts-read']);
    expect(log).toEqual([{ actor_person_id: ward.leader.personId, subject: `organisation:${ward.town}`, row_count: 2 }]);
  });

  it('says who I am', async () => {
    const { body } = await call('GET', '/api/me', await as(ward.approver));
    expect(body).toMatchObject({ levels: ['officer', 'staff', 'approver'], joiningOffers: 0, terms: [{ organisationName: '西区役所', role: 'approver', endsOn: '2028-03-31' }] });
  });

  it('invites, and ends a term', async () => {
    const leader = await as(ward.leader);
    const invited = await call('POST', `/api/organisations/${ward.town}/invitations`, leader, { email: 'new@example.jp', role: 'member', title: '会員' });
    expect(invited.status).toBe(201);
    expect((await call('POST', `/api/invitations/${String(invited.body?.['id'])}/withdrawal`, leader)).status).toBe(204);
    const ending = { endsOn: '2026-12-31', reason: '転居' };
    const termId = ward.blockLeader.grants[0]?.termId;
    expect(await call('POST', `/api/officer-terms/${termId}/ending`, leader, ending)).toMatchObject({ status: 200, body: { endsOn: '2026-12-31' } });
    expect((await call('POST', `/api/officer-terms/${termId}/ending`, leader, { endsOn: '2026-02-30', reason: 'x' })).status).toBe(400);
  });

  it('suspends: the next request is a stranger’s', async () => {
    const other = await as(ward.otherLeader);
    const suspend = (headers: Record<string, string>) => call('POST', `/api/admin/people/${ward.otherLeader.personId}/suspension`, headers, { reason: '端末の紛失' });
    expect((await suspend(await as(ward.staff))).status).toBe(403);
    expect((await suspend(await as(ward.admin))).status).toBe(204);
    expect((await call('GET', '/api/me', other)).status).toBe(401);
  });
});
