import { isDateOnly } from '@yoriai/platform';
import { ValidateBy } from 'class-validator';

function rule(name: string, code: string, validate: (text: string) => boolean): PropertyDecorator {
  const validator = { validate: (value: unknown) => typeof value === 'string' && validate(value) };
  return ValidateBy({ name, validator }, { context: { code } });
}

/** A calendar day `YYYY-MM-DD`; says `field.date`. */
export const IsDateOnly = (): PropertyDecorator => rule('dateOnly', 'field.date', isDateOnly);

/** Why somebody did something, 1–500 characters; says `officer.reason`. */
export const IsReason = (): PropertyDecorator => rule('reason', 'officer.reason', (text) => text.trim() !== '' && text.length <= 500);

/** A title such as 副会長, 1–50 characters on one line; says `officer.title`. */
export const IsTitle = (): PropertyDecorator =>
  rule('title', 'officer.title', (text) => text.trim() !== '' && text.length <= 50 && !/\p{Cc}/u.test(text));
