import {
  acceptTransfer,
  declineTransfer,
  listTransferTargets,
  transferChat,
} from '#protocol/transfers.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import { noContent, ok } from '../../platform/http/answer.ts';
import type { App } from '../../platform/http/app.ts';
import { route } from '../../platform/http/route.ts';
import type { Parts } from '../../platform/parts.ts';
import { problem } from '../../platform/problem.ts';
import { presentToStaff } from '../chat.ts';
import { findChat, findReadableChat } from '../store.ts';
import { acceptTransfer as accept, declineTransfer as decline } from './answer-transfer.ts';
import { findQueueTargets } from './queue-targets.ts';
import { findReceivers } from './receivers.ts';
import { transferChat as transfer } from './transfer-chat.ts';

export function routeTransfers(app: App, parts: Parts): void {
  const { database, clock } = parts;

  route(app, listTransferTargets, async ({ params, actor }) => {
    if (!actor.chatAccess) throw problem('no_chat_access');
    const chat = await readable(parts, actor, params.chatId);
    if (chat.ownerId !== actor.accountId || chat.state !== 'active')
      throw problem('may_not', 'Only its operator can pass a chat on.');
    const now = clock.now();
    const { institutionId } = chat;
    const people = await findReceivers(database.sql, actor, institutionId, now);
    const { queues, coops } = await findQueueTargets(database.sql, actor, institutionId, now);
    return ok({ people: people.map(({ coopId: _, ...person }) => person), queues, coops });
  });

  route(app, transferChat, async ({ params, body, actor }) => {
    await readable(parts, actor, params.chatId);
    await transfer(parts, actor, params.chatId, body);
    return ok(await present(parts, params.chatId));
  });

  route(app, acceptTransfer, async ({ params, actor }) => {
    await readable(parts, actor, params.chatId);
    await accept(parts, actor, params.chatId);
    return ok(await present(parts, params.chatId));
  });

  route(app, declineTransfer, async ({ params, actor }) => {
    await readable(parts, actor, params.chatId);
    await decline(parts, actor, params.chatId);
    return noContent();
  });
}

async function readable({ database, clock }: Parts, actor: StaffActor, chatId: string) {
  const chat = await findReadableChat(database.sql, actor, chatId, clock.now());
  if (!chat) throw problem('not_found');
  return chat;
}

/** As it stands after the act, whoever may read it from now on. */
async function present({ database, clock }: Parts, chatId: string) {
  const chat = await findChat(database.sql, chatId, clock.now());
  if (!chat) throw problem('not_found');
  return presentToStaff(chat);
}
