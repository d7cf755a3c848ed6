import { expect, it } from '@jest/globals';
import { sameNames } from './same-names.js';

const TARO = { name: '西 太郎', kana: 'にし たろう' };
const line = (number: string, name: string, companions: { name: string; kana: string }[] = [], given: Partial<Parameters<typeof sameNames>[0][number]> = {}) =>
  ({ id: number, number, frameId: 'a', name, kana: name === TARO.name ? TARO.kana : 'はなこ', status: 'confirmed' as const, withoutApplicant: false, companions, ...given });

it('names who comes along with somebody and has applied alone as well, however the name is spaced', () => {
  expect(sameNames([line('K3T', '西 花子', [TARO]), line('M4R', '西 太郎')])).toEqual([{ name: '西 太郎', numbers: ['K3T', 'M4R'] }]);
  expect(sameNames([line('K3T', '西 花子', [{ name: '西　太郎', kana: 'にしたろう' }]), line('P5S', '東 一', [TARO], { status: 'waitlisted' })])).toMatchObject([{ numbers: ['K3T', 'P5S'] }]);
});

it('names nobody who is in two frames, cancelled one, is read otherwise, was parted from their own group, or applied twice with two contacts', () => {
  expect(sameNames([line('K3T', '西 花子', [TARO]), line('M4R', '西 太郎', [], { frameId: 'b' })])).toEqual([]);
  expect(sameNames([line('K3T', '西 花子', [TARO]), line('M4R', '西 太郎', [], { status: 'cancelled_by_applicant' })])).toEqual([]);
  expect(sameNames([line('K3T', '西 花子', [{ ...TARO, kana: 'にし だいろう' }]), line('M4R', '西 太郎')])).toEqual([]);
  expect(sameNames([line('K3T', '西 太郎', [], {}), line('M4R', '西 太郎', [{ name: '西 花子', kana: 'にし はなこ' }], { withoutApplicant: true })])).toEqual([]);
  expect(sameNames([line('K3T', '西 太郎'), line('M4R', '西 太郎')])).toEqual([]);
});
