import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { SiteTown, type Resident } from '../site/testing/site-town.js';

let town: SiteTown;
let officer: Resident;

beforeAll(async () => {
  town = await SiteTown.open();
  officer = await town.resident({ name: '守屋 しずか', kana: 'もりや しずか', email: 'privacy@example.jp', office: { organisationId: town.officeId, role: 'privacy-officer' } });
  const event = await town.publish({ title: '音楽会', duties: [] });
  for (const name of ['南 みえ', '北 みえ']) await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, name, kana: 'みえ', email: `${encodeURIComponent(name)}@example.jp`.toLowerCase().replaceAll('%', ''), heads: 1, companions: [] });
  // Between the event and the first of April.
  town.clock.set('2026-12-10T10:00:00+09:00');
  officer = await signedInAnew();
});
afterAll(() => town.close());

/** A session of the ward office lasts some hours. */
const signedInAnew = (): Promise<Resident> => town.resident({ name: '守屋 しずか', kana: 'もりや しずか', email: 'privacy@example.jp' });
const told = async () => JSON.parse((await officer.browser.open('/api/retention')).html) as { april: string; items: { kind: string; years: number; names: number; version: number; coming: unknown }[] };
const set = (kind: string, body: object) => officer.browser.json(`/api/retention/${kind}/terms`, body);
const page = async (lang: string): Promise<string> => {
  const browser = town.browser();
  await browser.open(`/display/${lang}`);
  return (await browser.open('/privacy')).html.replace(/<r[tp]>.*?<\/r[tp]>|<[^>]+>/g, '');
};

describe('how long names are kept', () => {
  it('is told with how many names go next April, and what other years would come to', async () => {
    expect(await told()).toMatchObject({ april: '2027-04-01', items: [{ kind: 'applications', years: 1, names: 0, version: 0, coming: null }, { kind: 'duties', years: 3 }] });
    const preview = async (query: string) => JSON.parse((await officer.browser.open(`/api/retention/preview?${query}`)).html) as unknown;
    expect(await preview('kind=applications&years=0')).toEqual({ from: '2027-04-01', night: '2027-04-01', names: 2, otherwise: 0 });
    expect(await preview('kind=applications&years=3')).toEqual({ from: '2026-12-10', night: '2027-04-01', names: 0, otherwise: 0 });
    expect(await preview('kind=duties&years=0')).toMatchObject({ status: 422, type: expect.stringContaining('retention.bounds') });
    expect(await preview('kind=anything&years=x')).toMatchObject({ status: 422 });
  });

  it.each([
    ['applications', { years: 6, why: '規程', version: 0 }, 422, 'retention.bounds'],
    ['applications', { years: 2, why: '  ', version: 0 }, 422, 'retention.why-missing'],
    ['applications', { years: 2, why: '規程', version: 4 }, 409, 'retention.changed-meanwhile'],
    ['applications', { years: 1, why: '規程', version: 0 }, 409, 'retention.same'],
    ['photos', { years: 1, why: '規程', version: 0 }, 404, 'retention.unknown'],
    ['applications', { years: 'two', why: {}, version: null }, 422, 'isInt'],
  ])('%s %j is refused', async (kind, body, status, code) => {
    const answer = await set(kind, body);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(code);
  });

  it('is what the page on privacy says, in every language, from the day on which it counts', async () => {
    expect([await page('ja'), await page('en')]).toEqual([expect.stringContaining('行事があった年度から数えて、次の年度の終わりまで主催が'), expect.stringContaining('from the event until the end of the next fiscal year')]);
    expect((await set('applications', { years: 2, why: '規程の改正', version: 0 })).status).toBe(201);
    expect((await set('duties', { years: 1, why: '規程の改正', version: 0 })).status).toBe(201);
    expect(await page('ja')).toContain('行事があった年度から数えて、2年度あとの終わりまで主催が');
    expect(await page('ja-easy')).toContain('2年度 あとの 終わりまで');
    expect(await page('en')).toContain('from the event until the end of the fiscal year 2 years later');
    // Shorter: not yet.
    expect(await page('ja')).toContain('当番があった年度から数えて、3年度あとの終わりまで。');
    town.clock.set('2027-04-01T00:00:00+09:00');
    expect(await page('ja')).toContain('当番があった年度から数えて、次の年度の終わりまで。');
  });
});
