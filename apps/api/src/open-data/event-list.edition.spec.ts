import { describe, expect, it } from '@jest/globals';
import { EVENT_LIST_32, type Row } from './event-list.edition.js';

const publisher = { wardCode: '271063', wardCity: '大阪府大阪市', wardName: '西区', publicUrl: 'http://localhost:3000' };

function addressOf(placeAddress: string | null): string | undefined {
  return EVENT_LIST_32.find(([header]) => header === '住所')?.[1]({ event: { placeAddress }, publisher } as Row);
}

describe('the address in the open data', () => {
  it.each(['靱本町2丁目', '西区靱本町2丁目', '大阪市西区靱本町2丁目', '大阪府大阪市西区靱本町2丁目', '大阪市靱本町2丁目'])('is made whole where it is in the ward: %s', (written) => {
    expect(addressOf(written)).toBe('大阪府大阪市西区靱本町2丁目');
  });

  it.each(['北堀江4丁目 西区民センター', '市場通1丁目', '新町市場前', '新町区民ホール前'])('takes no market and no hall for another town: %s', (written) => {
    expect(addressOf(written)).toBe(`大阪府大阪市西区${written}`);
  });

  it.each(['大阪市浪速区難波中1丁目', '大阪府大阪市浪速区難波中1丁目', '浪速区難波中1丁目', '大阪市西淀川区御幣島1丁目', '堺市西区鳳東町', '大阪府堺市西区鳳東町', '尼崎市東難波町', '兵庫県尼崎市東難波町', '三島郡島本町桜井', '東京都千代田区霞が関'])(
    'stays as it was written where it is elsewhere: %s',
    (written) => expect(addressOf(written)).toBe(written),
  );

  it('is empty where none is written', () => {
    expect(addressOf(null)).toBe('');
  });
});
