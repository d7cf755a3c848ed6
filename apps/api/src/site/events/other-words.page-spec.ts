import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventEdits, EventQueries } from '@yoriai/events';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

const WORDS = {
  titleEasy: 'ばらの 音楽会',
  descriptionEasy: 'ばらを 見ながら 音楽を ききます。',
  titleEn: 'Rose Garden Concert',
  descriptionEn: 'Listen to music among the roses.',
};
let town: SiteTown;
let concert: PlayedEvent;
let plain: PlayedEvent;
const at = (lang: string) => town.browser({ 'accept-language': lang });
/** The page in やさしい日本語: chosen as people choose it. */
async function easily(path: string): Promise<string> {
  const browser = town.browser();
  await browser.open('/display/ja-easy');
  return (await browser.open(path)).html;
}

beforeAll(async () => {
  town = await SiteTown.open();
  concert = await town.publish({ ...WORDS, attendanceMode: 'both' });
  plain = await town.publish({ title: 'ことばのない会', kana: 'ことばのないかい', description: '日本語だけの説明です。' });
});
afterAll(() => town.close());

describe('an event in the words of its reader', () => {
  it('has the English title and description on its page and in lists, without the mark', async () => {
    const { html } = await at('en').open(`/events/${concert.slug}`);
    expect(html).toMatch(/<h1>[^]*Rose[^]*Concert[^]*<\/h1>/);
    expect(html).toContain('<p>Listen to music among the roses.</p>');
    expect(html).not.toContain('Details in Japanese');
    expect((await at('en').open('/events')).html).toContain('<span lang="en"><span class="phr">Rose Garden Concert');
  });

  it('has those in やさしい日本語 for who reads that', async () => {
    const html = await easily(`/events/${concert.slug}`);
    expect(html).toMatch(/ばらの/);
    expect(html).toContain('ききます。');
    expect(await easily('/events')).toContain('ばらの');
  });

  it('stays as it was written for who reads Japanese, and where nothing was said in another language, with the mark', async () => {
    const { html } = await town.browser().open(`/events/${concert.slug}`);
    for (const word of Object.values(WORDS)) expect(html).not.toContain(word);
    const english = (await at('en').open(`/events/${plain.slug}`)).html;
    expect(english).toContain('日本語だけの説明です。');
    expect(english).toContain('<h1 lang="ja">');
    expect(english).toMatch(/Details in Japanese|Japanese only/);
  });

  it('says that one can take part online, to people and to programs', async () => {
    const { html } = await town.browser().open(`/events/${concert.slug}`);
    expect(html).toContain('会場でも、オンラインでも参加できます。');
    expect(html).toContain('"eventAttendanceMode":"https://schema.org/MixedEventAttendanceMode"');
    expect(html).toContain('"@type":"VirtualLocation"');
    expect((await town.browser().open(`/events/${plain.slug}`)).html).toContain('"eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode"');
  });

  it('leads nobody to a place by a map who takes part from home', async () => {
    const online = await town.publish({ title: '画面の会', kana: 'がめんのかい', attendanceMode: 'online' });
    expect((await town.browser().open(`/events/${online.slug}`)).html).not.toContain('maps.gsi.go.jp');
    expect((await town.browser().open(`/events/${concert.slug}`)).html).toContain('maps.gsi.go.jp');
  });

  it('changes its words without a decision, and how one takes part with one; insurance and budget are nobody else’s', async () => {
    const { actor } = town.leader;
    const queries = town.api.get(EventQueries);
    const version = async () => `"${(await queries.detail(actor, concert.id)).version}"`;
    await town.api.get(EventEdits).update(actor, concert.id, { titleEn: 'Roses and Music', insurance: '行事保険A', budget: 30000 }, await version());
    expect((await at('en').open(`/events/${concert.slug}`)).html).toContain('Roses and Music');
    expect(await queries.detail(actor, concert.id)).toMatchObject({ insurance: '行事保険A', budget: 30000, titleEn: 'Roses and Music' });
    expect((await town.browser().open(`/api/public/events/${concert.slug}`)).html).not.toMatch(/insurance|budget|行事保険A/);
    await expect(town.api.get(EventEdits).update(actor, concert.id, { attendanceMode: 'online' }, await version())).rejects.toMatchObject({ code: 'event.needs-new-approval' });
  });
});
