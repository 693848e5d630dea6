import type { Problem, ProblemCode } from '#protocol/problems.ts';
import { PROBLEMS } from '#protocol/problems.ts';

export type FieldError = NonNullable<Problem['errors']>[number];

/** An error that its receiver may read: thrown at the edge of a rule, worded for HTTP and socket in one place each. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    errors: readonly FieldError[] | undefined,
    headers: Readonly<Record<string, string>>,
  ) {
    super(detail);
    this.name = 'ProblemError';
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.headers = headers;
  }
}

/**
 * Makes a problem to throw.
 *
 * @param detail a sentence that a librarian understands; without it, the title of the code
 * @param errors one entry a field, with its dotted path
 * @param headers of the HTTP answer, such as `Retry-After`
 */
export function problem(
  code: ProblemCode,
  detail?: string,
  errors?: readonly FieldError[],
  headers?: Readonly<Record<string, string>>,
): ProblemError {
  return new ProblemError(code, detail ?? `${PROBLEMS[code].title}.`, errors, headers ?? {});
}

/** The RFC 9457 body. `type` leads to the code's entry on the API page. */
export function problemBody(error: ProblemError): Problem {
  const { status, title } = PROBLEMS[error.code];
  return {
    type: `/api/docs#problem-${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.detail,
    ...(error.errors === undefined ? {} : { errors: [...error.errors] }),
  };
}
