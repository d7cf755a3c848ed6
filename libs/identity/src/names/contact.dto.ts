import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength, ValidateBy } from 'class-validator';
import { isKana, kanaKey, normaliseEmail, normalisePhone, searchKey } from './names.js';

/** Longest name or reading that a list, a poster and a name plate can show. */
const MAX_NAME = 100;

/** A rule for a text field; the answer carries `code` when it says no. */
export function fieldRule(name: string, code: string, validate: (text: string) => boolean): PropertyDecorator {
  // Without a message class-validator drops the context, and with it the code.
  const validator = { validate: (value: unknown) => typeof value === 'string' && validate(value), defaultMessage: () => code };
  return ValidateBy({ name, validator }, { context: { code } });
}

/** One line of text without control characters: a line break in a name could forge a letter's header. */
const oneLine = (text: string): boolean => text.trim() !== '' && !/\p{Cc}/u.test(text);

/** One plain mail address; says `contact.email`. */
export const IsPlainEmail = (): PropertyDecorator => fieldRule('plainEmail', 'contact.email', (text) => normaliseEmail(text).ok);

/** A Japanese phone number in any usual spelling; says `contact.phone`. */
export const IsPhone = (): PropertyDecorator => fieldRule('phone', 'contact.phone', (text) => normalisePhone(text).ok);

/** A person's name as typed, 1–100 characters, dots and dashes alone are none; says `person.name`. */
export const IsPersonName = (): PropertyDecorator =>
  fieldRule('personName', 'person.name', (text) => text.length <= MAX_NAME && oneLine(text) && searchKey(text) !== '');

/** A reading in kana, 1–100 characters; says `person.kana`. */
export const IsKana = (): PropertyDecorator =>
  fieldRule('kana', 'person.kana', (text) => text.length <= MAX_NAME && oneLine(text) && isKana(text) && kanaKey(text) !== '');

/** Free text on one line with a length. */
export const IsLine = (max: number): PropertyDecorator => applyDecorators(IsString(), MaxLength(max));
