import type { Updateable } from 'kysely';
import type { Queries, Schema } from '../../platform/database/index.ts';
import type { LockedChat } from '../store.ts';

/** Where it waits from now on; what is not named stays as it was. */
type Place = Pick<
  Updateable<Schema['chats']>,
  'queueId' | 'route' | 'chain' | 'stepsAlerted' | 'nextStepAt'
>;

/**
 * Within a transaction that holds the chat locked: its operator is free of it, no colleague is asked to
 * take it any more, and the seconds until its patron is offered the form begin anew.
 */
export async function waitAgain(
  sql: Queries,
  chat: LockedChat,
  place: Place,
  now: Date,
): Promise<void> {
  // A practice came by no widget, and its patron wants no form.
  const widget = await sql
    .selectFrom('widgets')
    .select('unansweredSeconds')
    .where('id', '=', chat.widgetId)
    .executeTakeFirst();
  await sql
    .updateTable('chats')
    .set({
      ...place,
      state: 'waiting',
      ownerId: null,
      claimedAt: null,
      waitingSince: now,
      formOfferAt: widget ? new Date(now.getTime() + widget.unansweredSeconds * 1_000) : null,
    })
    .where('id', '=', chat.id)
    .execute();
  await sql.deleteFrom('transfers').where('chatId', '=', chat.id).execute();
}
