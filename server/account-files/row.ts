import { z } from 'zod';
import type { ImportNote } from '#protocol/account-files.ts';
import type { Role } from '#protocol/accounts.ts';
import { role, username } from '#protocol/accounts.ts';
import { emailAddress, type Language, language, personName } from '#protocol/schemas.ts';
import { sayRule } from '../platform/http/rule-sentences.ts';
import type { Column } from './columns.ts';
import { readList } from './list-cell.ts';
import { note } from './note.ts';

/** What a row asks for; what it does not name stays as it is. */
export interface Wish {
  readonly username: string;
  /** Null: none. */
  readonly email?: string | null;
  readonly displayName?: string;
  /** Its code. */
  readonly institution?: string;
  readonly role?: Role;
  readonly chatAccess?: boolean;
  readonly language?: Language;
  readonly maxChats?: number;
  /** Names. */
  readonly queues?: readonly string[];
  readonly pools?: readonly string[];
  readonly rooms?: readonly string[];
}

export interface ReadRow {
  readonly wish: Wish;
  /** Rules that its cells break. */
  readonly errors: readonly ImportNote[];
}

const yesOrNo = z
  .string()
  .toLowerCase()
  .pipe(z.literal(['yes', 'no', 'true', 'false', '1', '0']))
  .transform((word) => word === 'yes' || word === 'true' || word === '1');

const wholeNumber = z
  .string()
  .regex(/^\d{1,4}$/, { error: 'must be a whole number from 1 to 50' })
  .transform(Number)
  .pipe(z.int().min(1).max(50));

const list = z.string().transform(readList);
const lowerCase = z.string().toLowerCase();

const CELLS = {
  username: lowerCase.pipe(username),
  displayName: personName,
  email: emailAddress,
  institution: lowerCase,
  role: lowerCase.pipe(role),
  chatAccess: yesOrNo,
  language: lowerCase.pipe(language),
  maxChats: wholeNumber,
  queues: list,
  pools: list,
  rooms: list,
} as const satisfies Record<Column, z.ZodType>;

/** Empty cells of these mean "none"; elsewhere they leave the value alone. */
const EMPTY: Partial<Wish> = { email: null, queues: [], pools: [], rooms: [] };

/** Reads the cells of one row below their headings. */
export function readRow(columns: readonly Column[], cells: readonly string[]): ReadRow {
  const wish: Record<string, unknown> = { username: '' };
  const errors: ImportNote[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '' && column !== 'username') {
      if (column in EMPTY) wish[column] = EMPTY[column];
      continue;
    }
    const result = CELLS[column].safeParse(cell, { error: sayRule });
    if (result.success) wish[column] = result.data;
    else errors.push(note('badCell', { column, why: result.error.issues[0]?.message ?? '' }));
  }
  if (cells.length < columns.length || cells.slice(columns.length).some((cell) => cell !== ''))
    errors.push(note('cells', { cells: String(cells.length), columns: String(columns.length) }));
  return { wish: wish as unknown as Wish, errors };
}
