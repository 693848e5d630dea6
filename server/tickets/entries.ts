import { sql as fragment } from 'kysely';
import { type Delivery, type TicketEntry, ticketEntry } from '#protocol/ticket-entries.ts';
import type { Queries } from '../platform/database/index.ts';
import { writeInstant } from '../platform/instant.ts';

export interface NewEntry {
  readonly kind: TicketEntry['kind'];
  /** Null: the patron, or Carrel itself. */
  readonly actorId: string | null;
  readonly clientId?: string;
  readonly text?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly messageHash?: Buffer;
}

/**
 * Numbers and stores entries within a transaction that holds the ticket's row locked.
 * Answers the number of the last one.
 */
export async function appendEntries(
  sql: Queries,
  ticket: { readonly id: string; readonly lastSeq: number },
  entries: readonly NewEntry[],
  at: Date,
): Promise<number> {
  if (entries.length === 0) return ticket.lastSeq;
  const rows = entries.map((entry, index) => ({
    ticketId: ticket.id,
    seq: ticket.lastSeq + index + 1,
    kind: entry.kind,
    actorId: entry.actorId,
    clientId: entry.clientId ?? null,
    text: entry.text ?? null,
    body: JSON.stringify(entry.body ?? {}),
    messageHash: entry.messageHash ?? null,
    at,
  }));
  await sql.insertInto('ticketEntries').values(rows).execute();
  const lastSeq = ticket.lastSeq + entries.length;
  await sql
    .updateTable('tickets')
    .set({ lastSeq, updatedAt: at })
    .where('id', '=', ticket.id)
    .execute();
  return lastSeq;
}

/** Entries after a number, in order, as staff read them. */
export async function readEntries(
  sql: Queries,
  ticketId: string,
  after: number,
  limit: number,
): Promise<TicketEntry[]> {
  const rows = await sql
    .selectFrom('ticketEntries')
    .leftJoin('accounts', 'accounts.id', 'ticketEntries.actorId')
    .select(['seq', 'kind', 'actorId', 'accounts.displayName as actorName'])
    .select(['clientId', 'text', 'body', 'at'])
    .where('ticketId', '=', ticketId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const attachments = await readAttachments(
    sql,
    ticketId,
    rows.map(({ seq }) => seq),
  );
  return rows.map(({ actorId, actorName, body, clientId, text, ...row }) =>
    // A kind names its own fields and drops the others'.
    ticketEntry.parse({
      ...row,
      ...body,
      clientId,
      text,
      at: writeInstant(row.at),
      by: actorId === null ? null : { accountId: actorId, name: actorName ?? '' },
      attachments: attachments.get(row.seq) ?? [],
    }),
  );
}

async function readAttachments(sql: Queries, ticketId: string, seqs: readonly number[]) {
  if (seqs.length === 0) return new Map();
  const rows = await sql
    .selectFrom('ticketAttachments')
    .select(['id', 'seq', 'name', 'bytes'])
    .select((eb) => eb('content', 'is not', null).$castTo<boolean>().as('isKept'))
    .where('ticketId', '=', ticketId)
    .where('seq', 'in', [...seqs])
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ seq }) => seq);
}

/** The entry that came with this client id before, if there is one. */
export function findEntry(sql: Queries, ticketId: string, clientId: string) {
  return sql
    .selectFrom('ticketEntries')
    .select(['kind', 'text'])
    .where('ticketId', '=', ticketId)
    .where('clientId', '=', clientId)
    .executeTakeFirst();
}

/** The first entry after a number, of these kinds, by anybody else or by nobody; with who wrote it. */
export function findOthersEntry(
  sql: Queries,
  ticketId: string,
  {
    after,
    kinds,
    accountId,
  }: {
    readonly after: number;
    /** Absent: of any kind. */
    readonly kinds?: readonly TicketEntry['kind'][];
    readonly accountId: string;
  },
) {
  return sql
    .selectFrom('ticketEntries')
    .leftJoin('accounts', 'accounts.id', 'ticketEntries.actorId')
    .select(['seq', 'kind', 'accounts.displayName as actorName'])
    .where('ticketId', '=', ticketId)
    .where('seq', '>', after)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .where((eb) => eb.or([eb('actorId', 'is', null), eb('actorId', '!=', accountId)]))
    .orderBy('seq')
    .executeTakeFirst();
}

/** Of a reply: no mail server has taken it yet. */
export const isQueued = fragment<boolean>`body ->> 'delivery' = 'queued'`;

/** How far a reply has come on its way to the mail server. Answers whether that was not known before. */
export async function setDelivery(
  sql: Queries,
  { ticketId, seq }: { readonly ticketId: string; readonly seq: number },
  delivery: Delivery,
): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('ticketEntries')
    .set({ body: fragment`jsonb_set(body, '{delivery}', ${JSON.stringify(delivery)}::jsonb)` })
    .where('ticketId', '=', ticketId)
    .where('seq', '=', seq)
    .where('kind', '=', 'reply')
    .where(fragment<boolean>`body ->> 'delivery' != ${delivery}`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
