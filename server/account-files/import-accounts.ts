import { sql as fragment } from 'kysely';
import type { ImportNote, ImportReport, ImportRow } from '#protocol/account-files.ts';
import {
  changeWithin,
  createWithin,
  readAssignments,
  refuseUnlessMayCreate,
  tellTakenUsername,
} from '../account-administration/index.ts';
import type { LetterParts } from '../passwords/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { ProblemError } from '../platform/problem.ts';
import { openCatalogue } from './catalogue.ts';
import { readHeading } from './columns.ts';
import { type Judgement, judgeRow, type Present } from './judge-row.ts';
import { note } from './note.ts';
import { parseCsv } from './parse-csv.ts';
import { type ReadRow, readRow } from './row.ts';
import { findAccounts } from './store.ts';

type ImportParts = Parts & LetterParts;

export interface ImportOptions {
  readonly dryRun: boolean;
  /** Called after each row. */
  readonly onProgress: (done: number, rows: number) => void;
}

/**
 * Makes and changes accounts as a file says. All of it is done in one transaction, by the functions
 * that the wizard and the drawer use; a dry run, and a file of which a row is refused, is taken back.
 * So a dry run tells nothing but the truth.
 *
 * @throws breaks_rule for a file that can't be read
 */
export async function importAccounts(
  parts: ImportParts,
  actor: StaffActor,
  file: Buffer,
  { dryRun, onProgress }: ImportOptions,
): Promise<ImportReport> {
  const [heading, ...body] = await parseCsv(file);
  const columns = readHeading(heading?.cells ?? []);
  const rows = body.map(({ line, cells }) => ({ line, ...readRow(columns, cells) }));

  const told: ImportRow[] = [];
  const touched: string[] = [];
  const transaction = await parts.database.sql.startTransaction().execute();
  let applied = false;
  try {
    const judge = await prepare(transaction, actor, rows);
    // What a refused row has written already is taken back; the rows after it are judged all the same.
    await fragment`savepoint one_row`.execute(transaction);
    for (const row of rows) {
      const { what, notes, accountId } = await applyRow(parts, transaction, actor, judge(row));
      told.push({ line: row.line, username: row.wish.username, what, notes });
      if (accountId !== undefined) touched.push(accountId);
      onProgress(told.length, rows.length);
    }
    applied = !dryRun && told.every(({ what }) => what !== 'refuse');
  } finally {
    await (applied ? transaction.commit() : transaction.rollback()).execute();
  }
  if (applied) for (const accountId of touched) parts.bus.publish('operator', { accountId });

  const count = (what: ImportRow['what']) => told.filter((row) => row.what === what).length;
  return {
    rows: told,
    creates: count('create'),
    changes: count('change'),
    unchanged: count('unchanged'),
    refused: count('refuse'),
    applied,
  };
}

type Row = ReadRow & { readonly line: number };

/** Looks up all that the rows name, in a handful of queries. */
async function prepare(
  sql: Queries,
  actor: StaffActor,
  rows: readonly Row[],
): Promise<(row: Row) => Judgement> {
  const catalogue = await openCatalogue(sql);
  const usernames = new Set(rows.map(({ wish }) => wish.username));
  const accounts = await findAccounts(sql, [...usernames]);
  const listsOf = await readAssignments(
    sql,
    accounts.map(({ id }) => id),
  );
  const present = new Map(
    accounts.map((account): [string, Present] => {
      const { queueIds: queues, poolIds: pools, roomIds: rooms } = listsOf(account.id);
      return [account.username, { account, lists: { queues, pools, rooms } }];
    }),
  );

  const firstLines = new Map<string, number>();
  return ({ line, wish, errors }) => {
    const first = firstLines.get(wish.username);
    if (first === undefined) firstLines.set(wish.username, line);
    if (errors.length > 0) return { what: 'refuse', notes: [...errors] };
    if (first !== undefined)
      return { what: 'refuse', notes: [note('twice', { line: String(first) })] };
    return judgeRow(actor, catalogue, wish, present.get(wish.username));
  };
}

interface Outcome extends Pick<ImportRow, 'what' | 'notes'> {
  /** Of who was made or changed. */
  readonly accountId?: string;
}

async function applyRow(
  parts: ImportParts,
  sql: Queries,
  actor: StaffActor,
  judgement: Judgement,
): Promise<Outcome> {
  const { what, notes } = judgement;
  if (judgement.what !== 'create' && judgement.what !== 'change') return { what, notes };
  try {
    const accountId =
      judgement.what === 'create'
        ? await create(parts, sql, actor, judgement)
        : await change(parts, sql, actor, judgement);
    // In one message: each way to the database and back counts a thousand times.
    await fragment`release savepoint one_row; savepoint one_row`.execute(sql);
    return { what, notes, accountId };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await fragment`rollback to savepoint one_row`.execute(sql);
    return { what: 'refuse', notes: [noteOf(judgement.what, error)] };
  }
}

/** What the rules of accounts refuse, as it is told of a row. */
function noteOf(
  what: 'create' | 'change',
  { code, detail: why, errors }: ProblemError,
): ImportNote {
  if (code === 'conflict') return note(what === 'create' ? 'taken' : 'lastAdmin');
  if (code !== 'may_not') return note('refused', { why });
  return errors?.some(({ path }) => path === 'email') ? note('ownEmail') : note('mayNot', { why });
}

async function create(
  parts: ImportParts,
  sql: Queries,
  actor: StaffActor,
  { wanted }: Extract<Judgement, { what: 'create' }>,
): Promise<string> {
  refuseUnlessMayCreate(actor, wanted);
  return createWithin(parts, sql, actor, wanted, null).catch(tellTakenUsername);
}

async function change(
  parts: ImportParts,
  sql: Queries,
  actor: StaffActor,
  judgement: Extract<Judgement, { what: 'change' }>,
): Promise<string> {
  await changeWithin(parts, sql, actor, judgement.accountId, judgement.change, parts.clock.now());
  return judgement.accountId;
}
