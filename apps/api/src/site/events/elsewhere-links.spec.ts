import { describe, expect, it } from '@jest/globals';
import { lineUrl, mapUrl } from './elsewhere-links.js';

const WEST = { wardCity: '大阪府大阪市', wardName: '西区' };
const asked = (url: string): string | null => new URL(url).searchParams.get('q');

describe('links that lead elsewhere', () => {
  it('find a place on the map by its whole address, else by its name in the ward', () => {
    expect(asked(mapUrl({ placeName: '靱公園', placeAddress: '靱本町2丁目' }, WEST))).toBe('大阪府大阪市西区靱本町2丁目');
    expect(asked(mapUrl({ placeName: '京セラドーム', placeAddress: null }, WEST))).toBe('大阪府大阪市西区 京セラドーム');
    expect(new URL(mapUrl({ placeName: 'A&B #1', placeAddress: null }, WEST)).host).toBe('maps.gsi.go.jp');
  });

  it('hand words to LINE, with whatever signs are in them', () => {
    const words = '餅つき & 豚汁\nhttps://yoriai.example.jp/events/r8-1?list=q%3Da';
    expect(new URL(lineUrl(words)).searchParams.get('text')).toBe(words);
    expect(lineUrl(words)).toMatch(/^https:\/\/line\.me\/R\/share\?text=[^&#\s]+$/);
  });
});
