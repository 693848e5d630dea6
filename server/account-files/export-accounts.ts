import { ACCOUNT_COLUMNS } from '#protocol/account-files.ts';
import { readAssignments } from '../account-administration/index.ts';
import type { Acting } from '../accounts/index.ts';
import { csvLine } from '../platform/csv.ts';
import type { Queries } from '../platform/database/index.ts';
import { type List, openCatalogue } from './catalogue.ts';
import type { Column } from './columns.ts';
import { writeList } from './list-cell.ts';
import { listAccounts } from './store.ts';

/** So that spreadsheets take the file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** The caller's accounts as lines of CSV; taken in again as they are, they change nothing. */
export async function exportAccounts(
  sql: Queries,
  actor: Acting,
  institutionId: string | undefined,
): Promise<string> {
  const catalogue = await openCatalogue(sql);
  const accounts = await listAccounts(sql, actor, institutionId);
  const assignmentsOf = await readAssignments(
    sql,
    accounts.map(({ id }) => id),
  );
  const lines = accounts.map((account) => {
    const { queueIds, poolIds, roomIds } = assignmentsOf(account.id);
    const name = (list: List, ids: readonly string[]) =>
      writeList(ids.map((id) => catalogue.nameOf(list, id, account.institutionId)).sort());
    const cells: Record<Column, string> = {
      username: account.username,
      displayName: account.displayName,
      email: account.email ?? '',
      institution: catalogue.codeOf(account.institutionId),
      role: account.role,
      chatAccess: account.chatAccess ? 'yes' : 'no',
      language: account.language,
      maxChats: String(account.maxChats),
      queues: name('queues', queueIds),
      pools: name('pools', poolIds),
      rooms: name('rooms', roomIds),
    };
    return csvLine(ACCOUNT_COLUMNS.map((column) => cells[column]));
  });
  return [BYTE_ORDER_MARK, csvLine(ACCOUNT_COLUMNS), ...lines].join('');
}
