import type { ApplicationLine } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { amendRequest, amendValues, changedMeanwhile, errorsOn, valuesAnew, withAnother } from './amend.js';
import { FRAME } from './an-event.builder.js';
import { BornBoxes } from './fields/born-boxes.js';

const person = { read: '3.sign', name: '山田 はな', kana: 'やまだ はな', groupName: null, heads: 3, phone: '•••1234', email: 'ha•••@example.jp', companions: [{ name: '山田 太郎', kana: 'やまだ たろう', age: null }, { name: '山田 花', kana: 'やまだ はな', age: null }] } as unknown as ApplicationLine;
const named = { ...FRAME, companions: 'names' as const };
const values = amendValues(person);
/** Nothing is another; whoever changed it meanwhile is not changed over. */
const AS_READ = { read: '3.sign' };

describe('what a leader changes for somebody', () => {
  it('is only what is another', () => {
    expect(amendRequest(values, person, FRAME)).toEqual(AS_READ);
    expect(amendRequest(values, person, named)).toEqual(AS_READ);
    expect(amendRequest({ ...values, heads: '２', phone: ' 06-0000-9999 ' }, person, FRAME)).toEqual({ heads: 2, read: '3.sign', phone: '06-0000-9999' });
    expect(amendRequest({ ...values, heads: 'x' }, person, FRAME)).toEqual({ heads: 0, read: '3.sign' });
  });

  it('is a name where it is written otherwise, and the group where there is one', () => {
    expect(amendRequest({ ...values, name: ' 山田 華 ', groupName: 'クラブ' }, person, FRAME)).toEqual({ ...AS_READ, name: '山田 華' });
    const group = { ...person, groupName: 'なにわ凧' };
    expect(amendRequest({ ...amendValues(group), groupName: 'なにわ凧クラブ', kana: ' ' }, group, FRAME)).toEqual({ ...AS_READ, groupName: 'なにわ凧クラブ' });
  });

  it('names each who comes, by where they stood; whoever does not come and empty rows are nobody', () => {
    const [taro, hana] = values.companions;
    expect(amendRequest({ ...values, companions: [{ ...taro!, gone: true }, hana!] }, person, named)).toEqual({ heads: 2, read: '3.sign', companions: [{ at: 1, name: '山田 花', kana: 'やまだ はな' }] });
    const more = withAnother(values);
    expect(amendRequest(more, person, named)).toEqual(AS_READ);
    expect(amendRequest({ ...more, companions: [taro!, hana!, { name: ' 西 次郎', kana: 'にし じろう', gone: false }] }, person, named)).toMatchObject({ heads: 4, companions: [{ at: 0 }, { at: 1 }, { name: '西 次郎' }] });
  });

  it('asks for the birth date of who is added, and not again of who stands there', () => {
    const boxes = (standing: boolean) => renderToStaticMarkup(BornBoxes({ name: 'born', label: '生年月日', standing, boxes: undefined, error: undefined, onChange: () => undefined }));
    expect([boxes(true).includes('必須'), boxes(true).includes('名前を別の人に変えるときだけ'), boxes(false).includes('必須')]).toEqual([false, true, true]);
    expect(errorsOn(withAnother(values), { 'companions.2.born': '要る' })).toEqual({ 'companions.2.born': '要る' });
  });

  it('what is wrong stands at the box on the screen, also past somebody who does not come', () => {
    const [taro, hana] = values.companions;
    expect(errorsOn({ ...values, companions: [{ ...taro!, gone: true }, hana!] }, { 'companions.0.kana': 'かな', heads: '多い' })).toEqual({ 'companions.1.kana': 'かな', heads: '多い' });
  });
});

describe('what somebody else changed meanwhile', () => {
  const [taro, hana] = person.companions;
  const now = { ...person, read: '2.sign', heads: 2, companions: [hana!], phone: null, email: 'ne•••@example.jp' };

  it('is told, old and new', () => {
    expect(changedMeanwhile(person, person)).toEqual([]);
    expect(changedMeanwhile(person, now)).toEqual(['人数：3人 → 2人', 'いっしょに来る方：山田 太郎（やまだ たろう）、山田 花（やまだ はな） → 山田 花（やまだ はな）', '電話番号：•••1234 → なし', 'メール：ha•••@example.jp → ne•••@example.jp']);
    expect(changedMeanwhile({ ...person, companions: [] }, { ...person, companions: [taro!] })).toEqual(['いっしょに来る方：なし → 山田 太郎（やまだ たろう）']);
  });

  it('stands in the boxes, but for what was typed; the next try is about what stands now', () => {
    const typed = { ...values, name: '山田 華', phone: '06-0000-9999' };
    const anew = valuesAnew(typed, person, now);
    expect(anew).toMatchObject({ name: '山田 華', phone: '06-0000-9999', email: '', heads: '2', companions: [{ at: 0, name: '山田 花', gone: false }] });
    expect(amendRequest(anew, now, named)).toEqual({ read: '2.sign', name: '山田 華', phone: '06-0000-9999' });
    expect(amendRequest(valuesAnew({ ...values, heads: '5' }, person, now), now, FRAME)).toEqual({ heads: 5, read: '2.sign' });
  });

  it('puts a change of somebody who comes along at nobody else, and keeps who was added', () => {
    const rows = withAnother(values).companions;
    const typed = { ...values, companions: [{ ...rows[0]!, gone: true }, { ...rows[1]!, name: '山田 華' }, { ...rows[2]!, name: '西 次郎', kana: 'にし じろう' }] };
    const left = valuesAnew(typed, person, { ...person, companions: [hana!, taro!] });
    expect(left.companions.map(({ at, name, gone }) => [at, name, gone])).toEqual([[0, '山田 花', false], [1, '山田 太郎', false], [undefined, '西 次郎', false]]);
    const behind = valuesAnew(typed, person, { ...person, companions: [taro!, { ...hana!, name: '山田 百合' }] });
    expect(behind.companions.map(({ at, name, gone }) => [at, name, gone])).toEqual([[0, '山田 太郎', true], [1, '山田 百合', false], [undefined, '西 次郎', false]]);
  });
});
