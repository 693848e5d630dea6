import type { Answering } from '#protocol/told-chats.ts';
import type { Queries } from '../platform/database/index.ts';

/** To each chat who answered it, first to last; to others an empty list. */
export async function readAnswerings(
  sql: Queries,
  chatIds: readonly string[],
): Promise<(chatId: string) => Answering[]> {
  if (chatIds.length === 0) return () => [];
  const rows = await sql
    .selectFrom('answerings')
    .innerJoin('accounts', 'accounts.id', 'answerings.accountId')
    .innerJoin('institutions', 'institutions.id', 'answerings.institutionId')
    .where('answerings.chatId', 'in', chatIds)
    .orderBy('answerings.at')
    .select([
      'answerings.chatId',
      'answerings.accountId',
      'accounts.displayName',
      'answerings.institutionId',
      'institutions.name as institutionName',
      'answerings.at',
    ])
    .execute();
  const byChat = Map.groupBy(rows, (row) => row.chatId);
  return (chatId) =>
    (byChat.get(chatId) ?? []).map(({ chatId: _, at, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
    }));
}
