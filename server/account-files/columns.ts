import { ACCOUNT_COLUMNS } from '#protocol/account-files.ts';
import { type FieldError, problem } from '../platform/problem.ts';

export type Column = (typeof ACCOUNT_COLUMNS)[number];

/**
 * The columns that a heading names, in its order; `Display name` is `displayName`.
 *
 * @throws breaks_rule naming each heading that is unknown or there twice, and a missing username
 */
export function readHeading(cells: readonly string[]): Column[] {
  const errors: FieldError[] = [];
  const columns: Column[] = [];
  for (const cell of cells) {
    const column = ACCOUNT_COLUMNS.find((name) => name.toLowerCase() === plain(cell));
    if (!column)
      errors.push({ path: cell, message: 'is no column of accounts', rule: 'file.unknown' });
    else if (columns.includes(column))
      errors.push({ path: cell, message: 'is there twice', rule: 'file.twice' });
    else columns.push(column);
  }
  if (!columns.includes('username'))
    errors.push({
      path: 'username',
      message: 'is the column that must not be missing',
      rule: 'file.missing',
    });
  if (errors.length === 0) return columns;
  const told = errors.slice(0, ACCOUNT_COLUMNS.length);
  const sentences = told.map(({ path, message }) => `“${path}” ${message}.`).join(' ');
  throw problem(
    'breaks_rule',
    `The first row has to name the columns: ${ACCOUNT_COLUMNS.join(', ')}. ${sentences}`,
    told,
  );
}

function plain(heading: string): string {
  return heading.toLowerCase().replaceAll(/[\s_-]/g, '');
}
