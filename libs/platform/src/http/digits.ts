import { Transform } from 'class-transformer';

/**
 * A number that may come as text, from a form or an address: one to twelve digits. Anything else stays what it is
 * for the rules to refuse; JavaScript would take `true`, `[2]` and `0x1` for numbers, and break at an object
 * that is called `valueOf`.
 */
export const Digits = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value));
