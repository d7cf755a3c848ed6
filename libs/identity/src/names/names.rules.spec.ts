import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contactKey, isKana, kanaKey, normaliseEmail, normalisePhone, readablePhone, searchKey, spacedPhone, toKatakana } from './names.js';

describe('searchKey', () => {
  it.each([
    ['山田 花子', '山田花子'],
    ['山田　花子', '山田花子'],
    ['髙﨑 𠮷男', '高崎吉男'],
    ['渡邉', '渡邊'],
    ['やまだ はなこ', 'ヤマダハナコ'],
    ['ﾔﾏﾀﾞ', 'ヤマダ'],
    ['サーリー', 'サリ'],
    ['Anna Smith', 'ＡＮＮＡ　ＳＭＩＴＨ'],
  ])('finds %s and %s together', (one, other) => {
    expect(searchKey(one)).toBe(searchKey(other));
  });

  it('keeps different people apart', () => {
    expect(searchKey('山田花子')).not.toBe(searchKey('山田花江'));
  });

  it('is stable: the key of a key is the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        expect(searchKey(searchKey(name))).toBe(searchKey(name));
      }),
    );
  });

  it('does not care about blanks, wherever they are', () => {
    const syllable = fc.constantFrom('や', 'ま', '田', '髙', 'カ', 'a');
    fc.assert(
      fc.property(fc.array(syllable, { maxLength: 12 }), fc.constantFrom(' ', '　', '・', '\t'), (parts, blank) => {
        expect(searchKey(parts.join(blank))).toBe(searchKey(parts.join('')));
      }),
    );
  });
});

describe('kana', () => {
  it('is ordered alike in both scripts', () => {
    expect(['わたなべ', 'アオキ', 'かとう'].map(kanaKey).sort()).toEqual(['アオキ', 'カトウ', 'ワタナベ']);
    expect(toKatakana('ゔぁゝ')).toBe('ヴァヽ');
  });

  it.each(['やまだ はなこ', 'ヤマダ　ハナコ', 'ﾔﾏﾀﾞ', 'アンナ・スミス', 'Anna Smith'])('takes %s as a reading', (text) => {
    expect(isKana(text)).toBe(true);
  });

  it.each(['山田', '', '   ', 'やまだ1', 'やまだ@'])('refuses %p as a reading', (text) => {
    expect(isKana(text)).toBe(false);
  });
});

describe('normalisePhone', () => {
  it.each([
    ['090-0000-1234', '09000001234'],
    ['０９０ー００００ー１２３４', '09000001234'],
    ['090 0000 1234', '09000001234'],
    ['+81 90-0000-1234', '09000001234'],
    ['+81 (0)90-0000-1234', '09000001234'],
    ['06(0000)1234', '0600001234'],
    ['0081-90-0000-1234', '09000001234'],
  ])('reads %s', (typed, digits) => {
    expect(normalisePhone(typed)).toEqual({ ok: true, value: digits });
  });

  it.each(['', '110', '0000000000', '1234567890', '090-0000-12345', 'でんわなし', '090-0000-1234; rm', '9'.repeat(100)])('refuses %p', (typed) => {
    expect(normalisePhone(typed)).toEqual({ ok: false, code: 'contact.phone' });
  });

  it('answers the same for every way of writing a number', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }).map((rest) => `090${rest.join('')}`);
    fc.assert(
      fc.property(digits, (number) => {
        const grouped = `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`;
        const wide = [...grouped].map((character) => (character === '-' ? '－' : String.fromCodePoint(character.codePointAt(0)! + 0xfee0))).join('');
        for (const typed of [number, grouped, wide, `+81 ${grouped.slice(1)}`]) expect(normalisePhone(typed)).toEqual({ ok: true, value: number });
      }),
    );
  });
});

describe('spacedPhone', () => {
  it.each([
    ['０６ー００００ー０００１', '06-0000-0001'],
    ['06 (0000) 0001', '06-0000-0001'],
    ['+81 90-0000-0129', '+81 90-0000-0129'],
    ['0600000001', '0600000001'],
    ['でんわ', 'でんわ'],
  ])('prints %s as %s', (typed, printed) => {
    expect(spacedPhone(typed)).toBe(printed);
    expect(normalisePhone(printed)).toEqual(normalisePhone(typed));
  });
});

describe('readablePhone', () => {
  it.each([
    ['06 0000 0001', '06 0000 0001'],
    ['0600000001', '06-0000-0001'],
    ['０９０００００５５０１', '090-0000-5501'],
    ['0120000001', '0120-000-001'],
    ['0798000001', '0798000001'],
    ['でんわ', 'でんわ'],
  ])('tells %s as %s', (typed, told) => {
    expect(readablePhone(typed)).toBe(told);
    expect(normalisePhone(told)).toEqual(normalisePhone(typed));
  });
});

describe('normaliseEmail', () => {
  it.each([
    ['Hanako@Example.JP', 'hanako@example.jp'],
    ['　hanako＠example.jp ', 'hanako@example.jp'],
    ['hanako+yoriai@mail.example.co.jp', 'hanako+yoriai@mail.example.co.jp'],
  ])('reads %s', (typed, address) => {
    expect(normaliseEmail(typed)).toEqual({ ok: true, value: address });
  });

  it.each([
    '',
    'hanako',
    'a@b',
    'a@example.jp,b@example.jp',
    'a@example.jp;b@example.jp',
    'a@example.jp b@example.jp',
    'Hanako <hanako@example.jp>',
    '"a b"@example.jp',
    'a@example.jp\r\nBcc: b@example.jp',
    'a@example.jp\n',
    'a..b@example.jp',
    '.a@example.jp',
    'a@-example.jp',
    'a@example..jp',
    'a@[127.0.0.1]',
    `${'a'.repeat(65)}@example.jp`,
    `a@${'b.'.repeat(200)}jp`,
  ])('refuses %p', (typed) => {
    expect(normaliseEmail(typed)).toEqual({ ok: false, code: 'contact.email' });
  });

  it('never lets through what could add a recipient or a header', () => {
    const risky = fc.tuple(fc.string({ maxLength: 20 }), fc.constantFrom(',', ';', '<', '>', '\r', '\n', '"', ' x', '\0'), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(risky, ([before, sign, after]) => {
        expect(normaliseEmail(`a${before}${sign}${after}@example.jp`).ok).toBe(false);
      }),
    );
  });

  it('takes its own answer again', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const verdict = normaliseEmail(typed);
        if (verdict.ok) expect(normaliseEmail(verdict.value)).toEqual(verdict);
      }),
    );
  });
});

describe('contactKey', () => {
  it('prefers the phone number and tells both kinds apart', () => {
    expect(contactKey({ phone: '09000001234', email: 'a@example.jp' })).toBe('tel:09000001234');
    expect(contactKey({ phone: null, email: 'a@example.jp' })).toBe('mail:a@example.jp');
    expect(contactKey({})).toBeNull();
  });
});
