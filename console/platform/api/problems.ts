import type { Problem, ProblemCode } from '#protocol/problems.ts';

/** The server answered, and refused. `retryAfterSeconds` only with `too_many_requests` and `unavailable`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly retryAfterSeconds: number | null;
  /** What is wrong, by dotted path of the field. */
  readonly fields: ReadonlyMap<string, string>;
  /** The rules that they break, by dotted path, where the server names one. */
  readonly rules: ReadonlyMap<string, string>;

  constructor(problem: Problem, retryAfterSeconds: number | null) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.retryAfterSeconds = retryAfterSeconds;
    this.fields = new Map(problem.errors?.map(({ path, message }) => [path, message]));
    this.rules = new Map(
      problem.errors?.flatMap(({ path, rule }) => (rule === undefined ? [] : [[path, rule]])),
    );
  }
}

/** Nobody answered: no network, or no Carrel behind it. */
export class NetworkProblem extends Error {
  override readonly name = 'NetworkProblem';
}

export function isProblem(error: unknown, ...codes: readonly ProblemCode[]): error is ApiProblem {
  return error instanceof ApiProblem && codes.includes(error.code);
}
