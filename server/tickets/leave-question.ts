import type { z } from 'zod';
import type { leaveQuestion as contract } from '#protocol/tickets.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import type { StoredWidget } from '../widgets/index.ts';
import { type Left, storeQuestion } from './store-question.ts';

/** @throws client_id_taken when the client id came with another question before */
export function leaveQuestion(
  { database, clock }: Parts,
  widget: Pick<StoredWidget, 'id' | 'institutionId'>,
  written: z.output<typeof contract.body>,
): Promise<Left> {
  const { clientId, question, name, email, page } = written;
  return storeQuestion(database.sql, {
    id: newId(),
    clientId,
    widgetId: widget.id,
    institutionId: widget.institutionId,
    chatId: null,
    question,
    name: name ?? null,
    email: email ?? null,
    pageUrl: page?.url ?? null,
    pageTitle: page?.title ?? null,
    createdAt: clock.now(),
  });
}
