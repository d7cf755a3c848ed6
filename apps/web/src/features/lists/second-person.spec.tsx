import type { ListRequestLine } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import type { ReactElement } from 'react';
import { drawnScreen } from '../../app/drawn.builder.js';
import { ListsNote } from './lists-note.js';
import { SecondPerson } from './second-person.js';

const line = (given: Partial<ListRequestLine> = {}): ListRequestLine => ({ id: 'r', eventId: 'e', title: '防災の日', kana: null, list: 'participant-list', why: 'contact', words: '集合場所', state: 'waiting', askedBy: '井上 さくら', askedAt: '2026-11-02T01:00:00Z', mine: true, decidedBy: null, reply: null, until: '2026-11-09T01:00:00Z', ...given });
const drawn = (screen: () => ReactElement): Promise<string> => drawnScreen({ route: '/', at: '/', screen, answers: [[['events', 'e', 'list-requests'], { needed: true, items: [] }]], now: new Date('2026-11-02T01:00:00Z') });
const page = (...of: ListRequestLine[]): Promise<string> => drawn(() => <SecondPerson event={{ id: 'e', category: 'festival', visibility: null }} of={of} />);

describe('名簿をファイルで, for ward staff', () => {
  it('is asked for with a reason; no form fetches the file before somebody allowed it', async () => {
    expect(await page()).toContain('確認を申し出る');
    expect(await page()).toContain('何に使いますか');
    expect(await page()).not.toContain('.csv"');
  });

  it('waits without asking twice', async () => {
    expect(await page(line())).toContain('もう一人の確認を待っています');
    expect(await page(line())).toContain('使いみち：参加する方への連絡（集合場所）');
    expect(await page(line())).not.toContain('確認を申し出る');
  });

  it('is taken from here once it was allowed, until when', async () => {
    const allowed = await page(line({ state: 'allowed', decidedBy: '高橋 一郎', reply: 'どうぞ', until: '2026-11-03T01:00:00Z' }));
    expect(allowed).toMatch(/<form [^>]*action="\/print\/events\/e\/participant-list.csv"/);
    for (const said of ['高橋 一郎さんが認めました', '「どうぞ」', '11月3日', '1回だけ']) expect(allowed).toContain(said);
    expect(allowed).not.toContain('確認を申し出る');
  });

  it.each([
    ['refused', '断りました'],
    ['taken', '受け取りました'],
    ['lapsed', '期限が切れました'],
  ] as const)('says that it was %s, and may be asked for anew', async (state, said) => {
    const over = await page(line({ state, decidedBy: '高橋 一郎' }));
    expect(over).toContain(said);
    expect(over).toContain('確認を申し出る');
    expect(over).not.toContain('.csv"');
  });
});

it('home counts what waits for me, and leads to what I may take', async () => {
  const note = await drawn(() => <ListsNote items={[line({ mine: false }), line({ id: 's', mine: false }), line({ id: 't', state: 'allowed' }), line({ id: 'u' })]} />);
  expect(note).toContain('確認が2件');
  expect(note.match(/受け取れます/g)).toHaveLength(2);
  expect(note).toContain('events/e/papers"');
});
