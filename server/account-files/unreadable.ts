import { type ProblemError, problem } from '../platform/problem.ts';

/** A file that can't be taken in as a whole. `path`: the row that it is about, if it is one. */
export function unreadable(
  rule: 'empty' | 'notText' | 'quotes' | 'tooMany',
  message: string,
  path: string = 'file',
): ProblemError {
  return problem('breaks_rule', message, [{ path, message, rule: `file.${rule}` }]);
}
