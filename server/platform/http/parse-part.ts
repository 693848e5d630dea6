import type { z } from 'zod';
import type { FieldError } from '../problem.ts';
import { problem } from '../problem.ts';
import { sayRule } from './rule-sentences.ts';

type Issue = z.core.$ZodIssue;

/** Formats that are a type in text's clothing: what fails them can't be read at all. */
const TYPES_WRITTEN_AS_TEXT = new Set(['uuid', 'datetime', 'date', 'time']);

/** Errors told at most: a list of ten thousand wrong entries must not be answered by a megabyte. */
const MOST_ERRORS = 20;

/**
 * Reads one part of a request (path parameters, query or body) by its schema. Unknown keys are dropped.
 *
 * @throws `malformed` (400) where something is missing, has the wrong type, is no member of a closed list,
 *   or can't be read as an id or a time; `breaks_rule` (422) where all of it could be read, and a value
 *   breaks a stated rule: length, range, pattern. Either names the fields and their rules in `errors`.
 */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  part: unknown,
): z.output<Schema> {
  const result = schema.safeParse(part, { error: sayRule });
  if (result.success) return result.data;

  const { issues } = result.error;
  const code = issues.every(breaksRule) ? 'breaks_rule' : 'malformed';
  const errors = issues.slice(0, MOST_ERRORS).map(nameField);
  throw problem(code, errors.map(sayInOneSentence).join(' '), errors);
}

function breaksRule(issue: Issue): boolean {
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
    case 'custom':
    case 'not_multiple_of':
      return true;
    case 'invalid_format':
      return !TYPES_WRITTEN_AS_TEXT.has(issue.format);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.every(breaksRule);
    case 'invalid_union':
      return issue.errors.some((branch) => branch.length > 0 && branch.every(breaksRule));
    default:
      return false;
  }
}

function nameField(issue: Issue): FieldError {
  return { path: issue.path.map(String).join('.'), message: issue.message };
}

function sayInOneSentence({ path, message }: FieldError): string {
  return `${path === '' ? 'The request' : path} ${message}.`;
}
