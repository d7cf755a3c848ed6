import { Refusal, type FieldError } from '@yoriai/platform';
import { refusalText, type Translate } from '@yoriai/ui';

/** A form as it stands: what was typed, and what can't be taken. */
export interface FormState {
  values: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  /** A sentence about the whole form, e.g. why it can't be done now. */
  refused?: string;
}

/** Nothing typed yet. */
export const EMPTY_FORM: FormState = { values: {}, errors: [] };

/** What can't be taken, as lines for the error summary. */
export function errorLines(t: Translate, form: FormState): { field: string; text: string }[] {
  return form.errors.map((error) => ({ field: error.field, text: refusalText(t, error.code, error.params) }));
}

/** The sentence below one box. */
export function errorOf(t: Translate, form: FormState, field: string): string | undefined {
  return errorLines(t, form).find((line) => line.field === field)?.text;
}

/** Runs the work; a refusal about what was typed or about the state of things comes back as a value, all else is thrown. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<{ done: T } | { refused: Refusal }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof Refusal && [409, 410, 422].includes(error.status) && !error.code.startsWith('platform.idempotency')) return { refused: error };
    throw error;
  }
}

/** The form again after a refusal: everything typed is kept. */
export function refusedForm(t: Translate, values: FormState['values'], refusal: Refusal): FormState {
  const errors = refusal.fields;
  return { values, errors, ...(errors.length === 0 ? { refused: refusalText(t, refusal.code, refusal.params) } : {}) };
}

/** The HTTP status of a form that is shown (again). */
export function statusOf(form: FormState): { status?: number } {
  return form.errors.length > 0 || form.refused !== undefined ? { status: 422 } : {};
}
