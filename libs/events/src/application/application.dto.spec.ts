import { describe, expect, it } from '@jest/globals';
import { parseForm } from '@yoriai/platform';
import { ApplyRequest, ProxyApplyRequest } from './application.dto.js';

const FRAME = '01930000-0000-7000-8000-000000000001';
const form = { frameId: FRAME, name: '山田 はな子', kana: 'やまだ はなこ', phone: '090-0000-1234', email: '', heads: '2' };

describe('an application form', () => {
  it('reads a posted form: empty is absent, numbers are numbers, the page\'s own fields stay out', async () => {
    const { value, errors } = await parseForm(ApplyRequest, { ...form, _key: 'abc' });
    expect(errors).toEqual([]);
    expect(value).toMatchObject({ heads: 2, phone: '090-0000-1234' });
    expect(value.email).toBeUndefined();
  });

  it.each(['status', 'personId', 'waitlistOrder', 'number', 'channel', 'enteredBy', 'eventId'])('takes no %s from outside', async (field) => {
    const { errors } = await parseForm(ApplyRequest, { ...form, [field]: 'confirmed' });
    expect(errors).toEqual([{ field, code: 'field.whitelistValidation' }]);
  });

  it.each<[string, object, string]>([
    ['heads', { heads: '0' }, 'field.min'],
    ['heads', { heads: '1.5' }, 'field.isInt'],
    ['heads', { heads: '99999999999' }, 'field.max'],
    ['heads', { heads: 'abc' }, 'field.isInt'],
    ['heads', { heads: '0x1' }, 'field.isInt'],
    ['heads', { heads: true }, 'field.isInt'],
    ['heads', { heads: [2] }, 'field.isInt'],
    ['frameId', { frameId: 'x' }, 'field.isUuid'],
    ['name', { name: '山田\r\nBcc: evil@example.jp' }, 'person.name'],
    ['name', { name: '・・' }, 'person.name'],
    ['kana', { kana: 'ー・' }, 'person.kana'],
    ['kana', { kana: '山田' }, 'person.kana'],
    ['phone', { phone: '119' }, 'contact.phone'],
    ['email', { email: 'a@example.jp, b@example.jp' }, 'contact.email'],
  ])('says what is wrong with %s %j', async (field, given, code) => {
    const { errors } = await parseForm(ApplyRequest, { ...form, ...given });
    expect(errors).toEqual([{ field, code }]);
  });

  it('a leader says how it came, never `web`', async () => {
    expect((await parseForm(ProxyApplyRequest, { ...form, channel: 'phone' })).errors).toEqual([]);
    expect((await parseForm(ProxyApplyRequest, { ...form, channel: 'web' })).errors).toEqual([{ field: 'channel', code: 'field.isIn' }]);
    expect((await parseForm(ProxyApplyRequest, form)).errors).toEqual([{ field: 'channel', code: 'field.isIn' }]);
  });
});
