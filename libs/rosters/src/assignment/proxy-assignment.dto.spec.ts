import { describe, expect, it } from '@jest/globals';
import { parseForm } from '@yoriai/platform';
import { EnterHandRequest } from './proxy-assignment.dto.js';

const errorsOf = async (said: Record<string, unknown>) => (await parseForm(EnterHandRequest, said)).errors.map(({ field, code }) => `${field} ${code}`);
const hand = { channel: 'phone', name: '山田 太郎', kana: 'やまだ たろう' };

describe('what is said of a helper', () => {
  it('lacks everything at once, the contact too', async () => {
    expect((await errorsOf({})).sort()).toEqual(['channel field.isIn', 'kana person.kana', 'name person.name', 'phone application.contact-missing']);
  });

  it('is enough with a phone or with a mail address, each of them right', async () => {
    expect(await errorsOf({ ...hand, phone: '06-0000-0001' })).toEqual([]);
    expect(await errorsOf({ ...hand, phone: null, email: 'taro@example.jp' })).toEqual([]);
    expect(await errorsOf({ ...hand, phone: 'なし', email: 'taro@example.jp' })).toEqual(['phone contact.phone']);
    expect(await errorsOf({ ...hand, phone: 'なし' })).toEqual(['phone contact.phone']);
    expect(await errorsOf({ ...hand, phone: '06-0000-0001', email: 'taro' })).toEqual(['email contact.email']);
  });
});
