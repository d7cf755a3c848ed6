import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventDrafts, EventQueries, type EventDetail } from '@yoriai/events';
import { FILE_TYPE, MOST_BYTES, newId } from '@yoriai/platform';
import sharp from 'sharp';
import { concert, SiteTown, type Resident } from '../site/testing/site-town.js';

let town: SiteTown;
let event: EventDetail;
let photo: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.api.get(EventDrafts).create(town.leader.actor, { ...concert(town.organisationId), uses: ['park'] });
  photo = new Uint8Array(await sharp({ create: { width: 30, height: 20, channels: 3, background: '#3264c8' } }).withExif({ IFD0: { Copyright: '標野 つばめ' } }).jpeg().toBuffer());
});
afterAll(() => town.close());

const ask = (who: Resident | null, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(`/api/events/${event.id}/${path}`, town.origin), { ...init, headers: { ...(who ? { cookie: [...who.browser.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ') } : {}), origin: town.origin, ...(init.headers as Record<string, string>) } });
const send = (body: Uint8Array<ArrayBuffer> | string, { who = town.leader as Resident | null, type = FILE_TYPE, path = 'checklist/park/files' } = {}): Promise<Response> => ask(who, path, { method: 'POST', body, headers: { 'content-type': type } });
const refused = async (answer: Response): Promise<string> => `${answer.status} ${((await answer.json()) as { code: string }).code}`;
const files = async () => (await town.api.get(EventQueries).detail(town.leader.actor, event.id)).checklist.find(({ code }) => code === 'park')!.files;

describe('a file that is sent', () => {
  it('is handed out again as a file to keep: its own type, our own name, nothing of the old one, a box around it', async () => {
    expect((await send(photo)).status).toBe(201);
    const [file] = await files();
    const answer = await ask(town.leader, `files/${file!.id}`);
    const content = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-security-policy'), answer.headers.get('x-content-type-options'), answer.headers.get('cache-control')]).toEqual([200, 'image/jpeg', "default-src 'none'; sandbox", 'nosniff', 'no-store']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="shorui-[0-9a-f]{8}\.jpg"$/);
    expect([content.length === file!.size, content.includes('標野'), (await sharp(content).metadata()).format]).toEqual([true, false, 'jpeg']);
  });

  it.each([
    ['a drawing with a script, whatever it is called', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', FILE_TYPE, '415 file.kind'],
    ['a page', '<!doctype html><script>alert(1)</script>', FILE_TYPE, '415 file.kind'],
    ['an archive', 'PK\u0003\u0004', FILE_TYPE, '415 file.kind'],
    ['an archive behind a PDF', '%PDF-1.7\n%%EOF\nPK\u0003\u0004', FILE_TYPE, '422 file.broken'],
    ['nothing', '', FILE_TYPE, '422 file.empty'],
    ['a form', '{"file":"x"}', 'application/json', '415 platform.media-type'],
    ['another type', 'x', 'image/svg+xml', '415 platform.media-type'],
  ])('%s is refused', async (_what, body, type, refusal) => {
    expect(await refused(await send(body, { type }))).toBe(refusal);
  });

  it('is not read on when it is too large, and not at all from who may not send it', async () => {
    const large = new Uint8Array(MOST_BYTES + 1);
    expect(await refused(await send(large))).toBe('413 file.too-large');
    expect(await refused(await send(photo, { who: null }))).toBe('401 session.needed');
    const stranger = await town.resident({ name: '他人 次郎', kana: 'たにん', email: 'stranger@example.jp' });
    expect(await refused(await send(photo, { who: stranger }))).toBe('403 access.forbidden');
    expect((await files()).length).toBe(1);
  });

  it('is taken where files are taken, for what is there', async () => {
    expect(await refused(await send(photo, { path: 'report' }))).toBe('415 platform.media-type');
    expect(await refused(await send(photo, { path: 'checklist/nonsense/files' }))).toBe('404 approval.item-not-found');
    expect(await refused(await send(photo, { path: `conditions/${newId()}/files` }))).toBe('404 approval.condition-not-found');
    expect(await refused(await ask(town.leader, `files/${newId()}`))).toBe('404 evidence.not-found');
  });

  it('is not taken a hundred and first time within the hour', async () => {
    await town.sql('update platform.rate_limit set hits = 100');
    expect(await refused(await send(photo))).toBe('429 platform.too-often');
  });
});
