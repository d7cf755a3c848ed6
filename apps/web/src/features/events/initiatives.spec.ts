import { describe, expect, it } from '@jest/globals';
import type { InitiativeLine } from '@yoriai/api-client';
import { choosable, initiativeChoices, withInitiative } from './initiatives.js';

const line = (given: Partial<InitiativeLine>): InitiativeLine => ({ ...{ code: 'kites', name: 'たこあげ大会', kana: 'たこあげたいかい', nameEn: 'Kites', words: 'たこをあげます。', wordsEn: 'Kites fly.', kind: 'programme', field: 'kodomo', category: 'sports', fromDay: null, untilDay: null, endedAt: null, over: false, version: 1 }, ...given });

describe('the initiatives in the form', () => {
  it('stand by field, those without a choice first', () => {
    const choices = initiativeChoices([line({}), line({ code: 'drill', name: '訓練', field: 'bousai' })]);
    expect(choices.map(({ value, group }) => [value, group])).toEqual([['', undefined], ['drill', '防犯・防災'], ['kites', 'こども・青少年']]);
  });

  it('are those that go on, and the one that the event has', () => {
    const all = [line({}), line({ code: 'old', over: true })];
    expect(choosable(all, '').map(({ code }) => code)).toEqual(['kites']);
    expect(choosable(all, 'old').map(({ code }) => code)).toEqual(['kites', 'old']);
  });

  it('say field and kind where nothing is said yet', () => {
    expect(withInitiative({ field: '', category: '' }, line({}))).toEqual({ field: 'kodomo', category: 'sports' });
    expect(withInitiative({ field: 'bunka', category: 'class' }, line({}))).toEqual({ field: 'bunka', category: 'class' });
    expect(withInitiative({ field: '' }, undefined)).toEqual({ field: '' });
  });
});
