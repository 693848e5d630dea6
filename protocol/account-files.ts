import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './schemas.ts';

/** Accounts as a CSV file: the same columns out and in. */

export const ACCOUNT_COLUMNS = [
  'username',
  'displayName',
  'email',
  'institution',
  'role',
  'chatAccess',
  'language',
  'maxChats',
  'queues',
  'pools',
  'rooms',
] as const;

/** Bytes and rows of one file. */
export const IMPORT_LIMITS = { bytes: 5_000_000, rows: 5_000 } as const;

/** What a row comes to, or why it is refused: stable, for who has their own words for it. */
export const importRule = z.literal([
  'twice',
  'taken',
  'deleted',
  'elsewhere',
  'needsInstitution',
  'noInstitution',
  'foreignInstitution',
  'unknownQueue',
  'unknownPool',
  'unknownRoom',
  'invited',
  'noEmail',
  'changed',
  'moved',
  'badCell',
  'cells',
  'ownEmail',
  'lastAdmin',
  'mayNot',
  'refused',
]);
export type ImportRule = z.infer<typeof importRule>;

export const importNote = z.object({
  rule: importRule,
  /** What the sentence names, such as `name` or `line`. */
  values: z.record(z.string(), z.string()),
  /** The sentence, in English. */
  text: z.string(),
});
export type ImportNote = z.infer<typeof importNote>;

export const importRow = z.object({
  /** As a spreadsheet counts: the heading is 1. */
  line: z.int(),
  username: z.string(),
  what: z.literal(['create', 'change', 'unchanged', 'refuse']),
  /** What would change, or why it is refused. */
  notes: z.array(importNote),
});
export type ImportRow = z.infer<typeof importRow>;

export const importReport = z.object({
  rows: z.array(importRow),
  creates: z.int(),
  changes: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** False for a dry run, and whenever a row was refused: all or nothing. */
  applied: z.boolean(),
});
export type ImportReport = z.infer<typeof importReport>;

/**
 * The body is the file itself, `text/csv` in UTF-8, with or without a byte order mark, with commas,
 * semicolons or tabs. The heading names the columns, in any order; a column that is not there leaves
 * its values alone, and only `username` must be. An empty cell means "none" for email, queues, pools
 * and rooms, and leaves the others alone. Names in one cell are divided by `|`; `code/name` is another
 * institution's thing. New accounts get an invitation if they have an e-mail.
 *
 * One request does it all: a dry run takes as long as the real one. `readImportProgress`, asked
 * meanwhile, tells how many rows are done.
 */
export const importAccounts = endpoint({
  method: 'POST',
  path: '/accounts/import',
  summary:
    'Make and change accounts from a CSV file, all or none; `dryRun=true` only says what would happen',
  access: 'staff',
  query: z.object({ dryRun: z.stringbool().default(false) }),
  takes: ['text/csv'],
  answers: { 200: importReport },
  problems: ['may_not', 'conflict', 'too_large', 'unsupported_media_type', 'breaks_rule'],
});

/** For the progress bar. Null when the caller's import is over, or is done by another process. */
export const readImportProgress = endpoint({
  method: 'GET',
  path: '/accounts/import',
  summary: 'How far the caller’s import is',
  access: 'staff',
  answers: {
    200: z.object({ progress: z.object({ done: z.int(), rows: z.int() }).nullable() }),
  },
});

export const exportAccounts = endpoint({
  method: 'GET',
  path: '/accounts/export',
  summary: 'The caller’s accounts as a CSV file, in the columns of the import',
  access: 'staff',
  query: z.object({ institutionId: id.optional() }),
  answers: { 200: z.string() },
  files: ['text/csv'],
  problems: ['may_not'],
});
