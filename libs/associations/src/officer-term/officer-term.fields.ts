import { fieldRule } from '@yoriai/identity';
import { isDateOnly } from '@yoriai/platform';

/** A calendar day `YYYY-MM-DD`; says `field.date`. */
export const IsDateOnly = (): PropertyDecorator => fieldRule('dateOnly', 'field.date', isDateOnly);

/** Why somebody did something, 1–500 characters; says `officer.reason`. */
export const IsReason = (): PropertyDecorator => fieldRule('reason', 'officer.reason', (text) => text.trim() !== '' && text.length <= 500);

/** A title such as 副会長, 1–50 characters on one line; says `officer.title`. */
export const IsTitle = (): PropertyDecorator =>
  fieldRule('title', 'officer.title', (text) => text.trim() !== '' && text.length <= 50 && !/\p{Cc}/u.test(text));
