import type { RetentionAnswer } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { RetentionScreen } from './retention-screen.js';

const ANSWER: RetentionAnswer = {
  april: '2027-04-01',
  items: [
    { kind: 'applications', years: 1, least: 0, most: 5, coming: { years: 0, from: '2027-04-01' }, names: 1200, version: 1, history: [{ years: 0, why: '規程の改正', by: '守屋 しずか', at: '2026-11-27T01:00:00Z' }] },
    { kind: 'duties', years: 3, least: 1, most: 10, coming: null, names: 7, version: 0, history: [] },
  ],
};
const drawn = (...levels: ('officer' | 'staff' | 'admin' | 'privacy-officer')[]) => drawnScreen({ route: '/privacy/retention', at: '/privacy/retention', screen: RetentionScreen, answers: [[['retention'], ANSWER]], levels, now: new Date('2026-11-27T01:00:00Z') });

describe('名前を残す期間', () => {
  it.each(['staff', 'admin', 'privacy-officer'] as const)('is read by %s: what counts, what is to come, how many names go', async (level) => {
    const page = await drawn('officer', level);
    for (const said of ['行事があった年度から数えて、次の年度の終わりまで', '当番があった年度から数えて、3年度あとの終わりまで', '(2027年)4月1日', '1200件', '規程の改正', '守屋 しずか']) expect(page).toContain(said);
    expect(page.includes('<select')).toBe(level === 'privacy-officer');
  });

  it('offers the years that may be set, with what the law says of claims', async () => {
    const page = await drawn('officer', 'privacy-officer');
    expect(page.match(/<option/g)).toHaveLength(6 + 10);
    expect(page).toContain('保険法95条');
  });

  it('is no screen for associations', async () => {
    expect(await drawn('officer')).toContain('区役所の方だけ');
  });
});
