import type { FieldError } from '@yoriai/platform';

/** What can't be taken, in the order of the page; an empty mail box is asked for by its own words. */
export function inOrder(errors: readonly FieldError[], fields: readonly string[], values: Readonly<Record<string, string | undefined>>): FieldError[] {
  const found = fields.flatMap((field) => errors.filter((error) => error.field === field));
  return found.map((error) => (error.field === 'email' && (values['email'] ?? '').trim() === '' ? { ...error, code: 'contact.email-missing' } : error));
}
