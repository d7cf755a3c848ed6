import type { ApplicationLine } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { amendRequest, amendValues, errorsOn, withAnother } from './amend.js';
import { FRAME } from './an-event.builder.js';

const person = { read: '3.sign', name: '山田 はな', kana: 'やまだ はな', groupName: null, heads: 3, phone: '0600001234', email: 'hanako@example.jp', companions: [{ name: '山田 太郎', kana: 'やまだ たろう', age: null }, { name: '山田 花', kana: 'やまだ はな', age: null }] } as unknown as ApplicationLine;
const named = { ...FRAME, companions: 'names' as const };
const values = amendValues(person);

describe('what a leader changes for somebody', () => {
  it('is only what is another', () => {
    expect(amendRequest(values, person, FRAME)).toEqual({});
    expect(amendRequest(values, person, named)).toEqual({});
    expect(amendRequest({ ...values, heads: '２', phone: ' 06-0000-9999 ' }, person, FRAME)).toEqual({ heads: 2, read: '3.sign', phone: '06-0000-9999' });
    expect(amendRequest({ ...values, heads: 'x' }, person, FRAME)).toEqual({ heads: 0, read: '3.sign' });
  });

  it('is a name where it is written otherwise, and the group where there is one', () => {
    expect(amendRequest({ ...values, name: ' 山田 華 ', groupName: 'クラブ' }, person, FRAME)).toEqual({ name: '山田 華' });
    const group = { ...person, groupName: 'なにわ凧' };
    expect(amendRequest({ ...amendValues(group), groupName: 'なにわ凧クラブ', kana: ' ' }, group, FRAME)).toEqual({ groupName: 'なにわ凧クラブ' });
  });

  it('names each who comes, by where they stood; whoever does not come and empty rows are nobody', () => {
    const [taro, hana] = values.companions;
    expect(amendRequest({ ...values, companions: [{ ...taro!, gone: true }, hana!] }, person, named)).toEqual({ heads: 2, read: '3.sign', companions: [{ at: 1, name: '山田 花', kana: 'やまだ はな' }] });
    const more = withAnother(values);
    expect(amendRequest(more, person, named)).toEqual({});
    expect(amendRequest({ ...more, companions: [taro!, hana!, { name: ' 西 次郎', kana: 'にし じろう', gone: false }] }, person, named)).toMatchObject({ heads: 4, companions: [{ at: 0 }, { at: 1 }, { name: '西 次郎' }] });
  });

  it('what is wrong stands at the box on the screen, also past somebody who does not come', () => {
    const [taro, hana] = values.companions;
    expect(errorsOn({ ...values, companions: [{ ...taro!, gone: true }, hana!] }, { 'companions.0.kana': 'かな', heads: '多い' })).toEqual({ 'companions.1.kana': 'かな', heads: '多い' });
  });
});
