import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import type { FieldError } from '../refusal.js';

/** The rules for input of any kind: unknown fields are refused, nothing is guessed. */
export const VALIDATION = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: true } as const;

/** Flattens class-validator's tree into one line per field: `frames.0.capacity`. The code is the rule that said no. */
export function fieldErrors(errors: ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.entries(error.contexts ?? {}).map(([, context]) => (context as { code?: string }).code);
    const rules = Object.keys(error.constraints ?? {});
    const mine: FieldError[] = rules.length > 0 ? [{ field, code: own.find((code) => code !== undefined) ?? `field.${rules[0]}` }] : [];
    return [...mine, ...fieldErrors(error.children ?? [], field)];
  });
}

/**
 * Reads a posted form with the same class that reads the JSON body. Fields whose name begins with `_`
 * (form token, idempotency key) belong to the page and are left out; an empty text counts as absent.
 */
export async function parseForm<T extends object>(type: ClassConstructor<T>, body: unknown): Promise<{ value: T; errors: FieldError[] }> {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const plain = Object.fromEntries(fields.filter(([name, value]) => !name.startsWith('_') && value !== ''));
  const value = plainToInstance(type, plain);
  return { value, errors: fieldErrors(await validate(value, VALIDATION)) };
}
