/** One field that the server can't take, with a sentence on what to do. */
export interface ProblemField {
  /** A path such as `frames.0.capacity`. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What an API answers when it refuses (RFC 9457), as far as screens use it. */
export interface ProblemDocument {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId?: string;
  readonly fields?: readonly ProblemField[];
  /** On 412: what stands there now. */
  readonly current?: unknown;
  readonly version?: number;
}

/** Code of a request that never reached the server. */
export const NO_CONNECTION = 'app.no-connection';

/** Code of an answer that is none of ours, for instance from a proxy in between. */
export const NO_ANSWER = 'app.no-answer';

/**
 * A refusal of the API as an error: the sentence is the message, in the reader's language. A request
 * that never arrived has the status 0 and the code `app.no-connection`.
 */
export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly fields: readonly ProblemField[];
  /** On 412: what stands there now. */
  readonly current: unknown;

  constructor(problem: ProblemDocument) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.requestId = problem.requestId;
    this.fields = problem.fields ?? [];
    this.current = problem.current;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reads a problem document; anything else becomes `app.no-answer` with the status it came with. */
export function problemFrom(body: unknown, status: number, requestId: string | null): ProblemDocument {
  const given = requestId === null ? {} : { requestId };
  if (typeof body !== 'object' || body === null || !('code' in body) || !isText(body.code)) {
    return { ...given, code: NO_ANSWER, status, detail: '' };
  }
  const { code, detail, fields, ...rest } = body as Record<string, unknown> & { code: string };
  return {
    ...given,
    ...(isText(rest['requestId']) ? { requestId: rest['requestId'] } : {}),
    code,
    status,
    detail: isText(detail) ? detail : '',
    fields: Array.isArray(fields) ? fields.filter(isField) : [],
    current: rest['current'],
    ...(typeof rest['version'] === 'number' ? { version: rest['version'] } : {}),
  };
}

function isField(value: unknown): value is ProblemField {
  return typeof value === 'object' && value !== null && 'field' in value && 'code' in value && 'message' in value;
}
