/** One field that can't be taken, named as the form names it; `code` has a text `refusal.<code>`. */
export interface FieldError {
  field: string;
  code: string;
  params?: Record<string, string | number>;
}

/** HTTP statuses a refusal may carry. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 503;

/** What a refusal may tell beyond its code. */
export interface RefusalDetails {
  status?: RefusalStatus;
  fields?: FieldError[];
  /** Values for the sentence, e.g. `{ capacity: 50 }`. Never personal data of others. */
  params?: Record<string, string | number>;
  /** Seconds after which another try makes sense. */
  retryAfter?: number;
  /** Further members of the problem document, e.g. `current` for a stale edit. */
  extra?: Record<string, unknown>;
  /** For the log alone: what a failing dependency said, as a code or fixed words. Never content. */
  why?: string;
}

/**
 * An expected "no", with the code that is at once the type of the problem document and the key of
 * the sentence (`refusal.<code>`). Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly fields: FieldError[];
  readonly params: Record<string, string | number>;
  readonly retryAfter: number | undefined;
  readonly extra: Record<string, unknown>;
  readonly why: string | undefined;

  constructor(
    readonly code: string,
    details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
    this.status = details.status ?? 409;
    this.fields = details.fields ?? [];
    this.params = details.params ?? {};
    this.retryAfter = details.retryAfter;
    this.extra = details.extra ?? {};
    this.why = details.why;
  }
}

/** Says no: throws a {@link Refusal}. 404 for what the asker may not see, 403 for what they may see but not do, 409 (the default) for a state that does not allow it. */
export function refuse(code: string, details?: RefusalDetails): never {
  throw new Refusal(code, details);
}
