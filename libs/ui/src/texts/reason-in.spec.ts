import { expect, it } from '@jest/globals';
import { withoutReadings } from '../page/readings.js';
import { translator } from './index.js';
import { reasonIn } from './reason-in.js';
import { LANGS } from './translate.js';

it('a sentence that was offered is read in the language of who reads it, own words as they were written', () => {
  const [ja, en] = [translator('ja'), translator('en')];
  for (const lang of LANGS) {
    const chosen = translator(lang)('app.decide.template.warning');
    expect(reasonIn(ja, withoutReadings(chosen))).toBe('警報が出ているため');
    expect([reasonIn(ja, chosen), reasonIn(en, `${chosen} `)]).toEqual(['警報が出ているため', 'Because of a weather warning']);
  }
  expect([reasonIn(en, '大雨警報が出たので、役員会で決めました。'), reasonIn(en, '')]).toEqual(['大雨警報が出たので、役員会で決めました。', '']);
});
