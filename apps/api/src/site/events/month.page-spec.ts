import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

describe('the table of a month', () => {
  it('has an event of several days on each of them, also one that began the month before', async () => {
    const day = (text: string) => `2027-${text}:00+09:00`;
    const more = { rainPolicy: 'indoors' as const, duties: [] };
    await town.publish({ title: '展覧会', startsAt: day('02-27T10:00'), endsAt: day('03-02T16:00'), ...more });
    await town.publish({ title: '星見', startsAt: day('03-02T19:00'), endsAt: day('03-03T02:00'), ...more });
    // By day: what a wide screen shows there.
    const monthOf = async (month: string, lang: string) => {
      const browser = town.browser();
      browser.cookies.set('yoriai_lang', { value: lang, path: '/' });
      const { html } = await browser.open(`/events?view=month&month=${month}`);
      const cells = html.split('<td').slice(1).map((cell) => ({ day: /<span aria-hidden="true">(\d+)</.exec(cell)?.[1], entries: [...cell.matchAll(/<a class="l tap[^>]*>(.*?)<\/a>/g)].map(([, inside]) => inside?.replaceAll(/<[^>]+>/g, '')) }));
      return cells.filter(({ entries }) => entries.length > 0).map(({ day: which, entries }) => [which, ...entries]);
    };
    expect(await monthOf('2027-02', 'ja')).toEqual([
      ['27', '3月2日(火)まで 展覧会'],
      ['28', '2日目 展覧会'],
    ]);
    expect(await monthOf('2027-03', 'ja')).toEqual([
      ['1', '3日目 展覧会'],
      ['2', '星見', '4日目 展覧会'],
    ]);
    expect((await monthOf('2027-02', 'ja-easy'))[1]?.[1]).toContain('ふつかめ');
    expect((await monthOf('2027-02', 'en')).map(([, words]) => words)).toEqual([expect.stringContaining('until Tue 2 Mar'), expect.stringContaining('Day 2')]);
  });
});
