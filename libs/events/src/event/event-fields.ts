import { applyDecorators } from '@nestjs/common';
import { IsPhone, fieldRule, spacedPhone } from '@yoriai/identity';
import { Nullable, isDateOnly } from '@yoriai/platform';
import { Transform } from 'class-transformer';
import { IsInt, IsISO8601, IsObject, IsString, IsUrl, Matches, Max, MaxLength, Min, MinLength, ValidateBy } from 'class-validator';

export const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** An instant with its offset (`2026-11-29T10:00:00+09:00`); without an offset nobody could tell which ten o'clock. */
export function Instant(): PropertyDecorator {
  return applyDecorators(Nullable(), IsISO8601({ strict: true }), Matches(INSTANT));
}

/** A day in Japan, `YYYY-MM-DD`; says `field.date`. */
export const Day = (): PropertyDecorator => fieldRule('dateOnly', 'field.date', isDateOnly);

/** `ValidateNested` looks into an array in an array, but lets it stand where one thing was expected. */
export function Plain(): PropertyDecorator {
  return IsObject({ each: true, context: { code: 'field.nestedValidation' } });
}

/** A text without blanks around it; an empty one counts as none, or is refused with `code` where one is required. */
export function Text(maxLength: number, options: { required?: boolean; code?: string } = {}): PropertyDecorator {
  const trim = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || (options.required ? '' : null) : value));
  const context = options.code ? { context: { code: options.code } } : {};
  return options.required
    ? applyDecorators(trim, IsString(context), MinLength(1, context), MaxLength(maxLength))
    : applyDecorators(trim, Nullable(), IsString(), MaxLength(maxLength));
}

/** A phone number for everybody to see, in any usual spelling; kept as it is printed. Says `contact.phone`. */
export function PrintedPhone(): PropertyDecorator {
  const print = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? spacedPhone(value.trim()) || null : value));
  return applyDecorators(print, Nullable(), IsPhone(), MaxLength(20));
}

/** The https address of a page with a video. Says `event.video-link`. */
export function VideoLink(): PropertyDecorator {
  const trim = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value));
  return applyDecorators(trim, Nullable(), IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true }, { context: { code: 'event.video-link' } }), MaxLength(300));
}

/** A number of people, or none given. */
export function Count(): PropertyDecorator {
  return applyDecorators(Nullable(), IsInt(), Min(0), Max(1_000_000));
}

/** Whole yen, or none given. */
export function Yen(): PropertyDecorator {
  return applyDecorators(Nullable(), IsInt(), Min(0), Max(100_000_000));
}

/** Square metres with one decimal, or none given. Says `event.area`. */
export function Area(): PropertyDecorator {
  const context = { context: { code: 'event.area' } };
  return applyDecorators(Nullable(), OneDecimal(context), Min(0, context), Max(10_000, context));
}

/** Not class-validator's `maxDecimalPlaces`, which throws at a number that is written with an exponent, as 1e-7 is. */
function OneDecimal(context: { context: { code: string } }): PropertyDecorator {
  const validator = { validate: (value: unknown) => typeof value === 'number' && Math.round(value * 10) / 10 === value, defaultMessage: () => context.context.code };
  return ValidateBy({ name: 'oneDecimal', validator }, context);
}
