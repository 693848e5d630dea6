import { z } from 'zod';
import type { AccountQuery, AccountRow } from '#protocol/account-administration.ts';
import { accountSort } from '#protocol/account-administration.ts';
import { id, plainText } from '#protocol/schemas.ts';
import type { Acting } from '../accounts/index.ts';
import { noSuchPage, unpackCursor, writeCursor } from '../platform/cursor.ts';
import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { presentRow } from './account.ts';
import { countAccounts, listAccountRows, type Order, type Place } from './listed-accounts.ts';

export interface AccountPage {
  readonly items: AccountRow[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** @throws may_not for operators; malformed for a cursor that no page in this order ended with */
export async function listAccounts(
  sql: Queries,
  actor: Acting,
  { sort, descending, cursor, limit, ...filter }: AccountQuery,
  now: Date,
): Promise<AccountPage> {
  if (actor.role === 'operator')
    throw problem('may_not', 'Accounts are listed for admins and the owner.');
  const order = { sort, descending };
  const after = cursor === undefined ? null : readCursor(cursor, order);
  // One more than asked for tells whether there is a next page.
  const [found, total] = await Promise.all([
    listAccountRows(sql, actor, filter, { ...order, after, limit: limit + 1 }, now),
    countAccounts(sql, actor, filter, now),
  ]);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ key: _, ...row }) => presentRow(actor, row)),
    nextCursor:
      found.length > limit && last ? writeCursor([sort, descending, last.key, last.id]) : null,
    total,
  };
}

const cursorParts = z.tuple([accountSort, z.boolean(), z.union([plainText(1_000), z.int()]), id]);

function readCursor(cursor: string, order: Order): Place {
  const parts = cursorParts.safeParse(unpackCursor(cursor));
  if (parts.success) {
    const [sort, descending, key, rowId] = parts.data;
    const isOfOrder = sort === order.sort && descending === order.descending;
    const isOfType = (typeof key === 'number') === (sort === 'lastSignIn');
    if (isOfOrder && isOfType) return { key, id: rowId };
  }
  throw noSuchPage('in this order');
}
