import type { z } from 'zod';
import type { leaveQuestion as contract } from '#protocol/tickets.ts';
import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import type { StoredWidget } from '../widgets/index.ts';
import { type Left, storeQuestion } from './store-question.ts';
import { spokenLanguage } from './ticket.ts';

/** @throws client_id_taken when the client id came with another question before */
export async function leaveQuestion(
  { database, clock, bus }: Parts,
  widget: Pick<StoredWidget, 'id' | 'institutionId'>,
  written: z.output<typeof contract.body>,
): Promise<Left> {
  const { clientId, question, name, email, page } = written;
  const language = written.language ?? (await firstLanguage(database.sql, widget.institutionId));
  const left = await storeQuestion(database.sql, {
    id: newId(),
    clientId,
    widgetId: widget.id,
    institutionId: widget.institutionId,
    chatId: null,
    question,
    name: name ?? null,
    email: email ?? null,
    language,
    pageUrl: page?.url ?? null,
    pageTitle: page?.title ?? null,
    createdAt: clock.now(),
  });
  bus.publish('ticket', { ticketId: left.ticketId });
  return left;
}

/** A form that does not say what its reader speaks is answered in the library's first language. */
async function firstLanguage(sql: Queries, institutionId: string): Promise<string> {
  const { languages } = await sql
    .selectFrom('institutions')
    .select('languages')
    .where('id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return spokenLanguage(languages[0]);
}
