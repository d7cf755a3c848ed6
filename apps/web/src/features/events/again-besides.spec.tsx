import type { CoHostLine, ContestDetail } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { AgainBesides, type BesidesProps } from './again-besides.js';

const drawn = (given: Partial<BesidesProps>): string => renderToStaticMarkup(<AgainBesides contest={undefined} stallsUntil={null} coHosts={[]} {...given} />);
const contest = { contest: { divisions: [{ name: '小学生の部' }, { name: 'おとなの部' }] }, judges: [{}] } as unknown as ContestDetail;
const coHosts = [{ name: '青空地域活動協議会', state: 'accepted' }, { name: '断った会', state: 'declined' }] as unknown as CoHostLine[];

describe('what stands beside an event that is held again', () => {
  it('goes along, or is named as what is asked for again', () => {
    const page = drawn({ contest, stallsUntil: '2027-11-14', coHosts });
    for (const line of ['コンテスト（小学生の部、おとなの部）と、審査の項目', '出店の募集。しめきりは', '11月14日', '共催（青空地域活動協議会）', 'コンテストの審査員', '申し込んだ人']) expect(page).toContain(line);
    expect(page).not.toContain('断った会');
  });

  it('says what stays behind also where nothing goes along', () => {
    expect(drawn({})).toContain('写さないもの');
    expect(drawn({})).not.toMatch(/写すもの|審査員|共催/);
  });
});
