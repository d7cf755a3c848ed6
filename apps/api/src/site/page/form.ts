import { Refusal, type FieldError } from '@yoriai/platform';
import { refusalText, type TextKey, type Translate } from '@yoriai/ui';

/** A form as it stands: what was typed, and what can't be taken. */
export interface FormState {
  values: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  /** A sentence about the whole form, e.g. why it can't be done now. */
  refused?: string;
  /** What the page answers where it is not 422: too many at once, or just now not at all. */
  status?: number;
  /** Seconds after which another try makes sense. */
  retryAfter?: number;
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

/** Refusals about what was typed or about the state of things. */
const ABOUT_THE_ACT = [409, 410, 422];
/** Refusals that pass by themselves. A page that shows the form again keeps what was typed until then. */
export const PASSING: readonly number[] = [429, 503];

/** Runs the work; a refusal about the act, or of a status in `more`, comes back as a value, all else is thrown. */
export async function orRefusal<T>(work: () => Promise<T>, more: readonly number[] = []): Promise<{ done: T } | { refused: Refusal }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof Refusal && [...ABOUT_THE_ACT, ...more].includes(error.status) && !error.code.startsWith('platform.idempotency'))
      return { refused: error };
    throw error;
  }
}

/** The form again after a refusal: everything typed is kept. */
export function refusedForm(t: Translate, values: FormState['values'], refusal: Refusal): FormState {
  const errors = refusal.fields;
  const status = PASSING.includes(refusal.status)
    ? { status: refusal.status, ...(refusal.retryAfter === undefined ? {} : { retryAfter: refusal.retryAfter }) }
    : {};
  return { values, errors, ...status, ...(errors.length === 0 ? { refused: refusalText(t, refusal.code, refusal.params) } : {}) };
}

/** What a page with a form says when the form was sent back: its status, and what goes before its title. */
export function statusOf(t: Translate, form: FormState): { status?: number; retryAfter?: number; sentBack?: TextKey } {
  if (form.errors.length > 0) return { status: 422, sentBack: 'site.error.422.title' };
  if (form.refused === undefined) return {};
  const key = `site.error.${form.status ?? 409}.title`;
  const retryAfter = form.retryAfter === undefined ? {} : { retryAfter: form.retryAfter };
  return { status: form.status ?? 422, ...retryAfter, sentBack: t.has(key) ? key : 'site.error.409.title' };
}
