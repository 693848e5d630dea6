import { type ExpressionBuilder, sql as fragment } from 'kysely';
import type { Schema } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';

/** The same rule as `mayReadChat`, as a condition on chats. */
export function readableBy(actor: StaffActor) {
  return (eb: ExpressionBuilder<Schema, 'chats'>) => {
    const isReal = eb('chats.practisedBy', 'is', null);
    const isHome = eb('chats.institutionId', '=', actor.institutionId);
    if (!actor.chatAccess) {
      if (actor.role === 'owner') return isReal;
      return actor.role === 'admin' ? eb.and([isReal, isHome]) : eb.lit(false);
    }
    const isOwnPractice = eb('chats.practisedBy', '=', actor.accountId);
    if (actor.role === 'owner') return eb.or([isReal, isOwnPractice]);
    const offeredToMine = (live: boolean) =>
      eb.exists(
        eb
          .selectFrom('offers')
          .innerJoin('operatorQueues', 'operatorQueues.queueId', 'offers.queueId')
          .select('offers.queueId')
          .whereRef('offers.chatId', '=', 'chats.id')
          .where('operatorQueues.accountId', '=', actor.accountId)
          .$if(live, (offers) => offers.where('offers.withdrawnAt', 'is', null)),
      );
    const openToOperators = eb.exists(
      eb
        .selectFrom('institutions')
        .select('institutions.id')
        .where('institutions.id', '=', actor.institutionId)
        .whereRef('institutions.id', '=', 'chats.institutionId')
        .where('institutions.operatorsSee', '=', 'queues'),
    );
    const tookPart = eb.or([
      fragment<boolean>`${actor.accountId} = any (chats.guest_ids)`,
      eb.exists(
        eb
          .selectFrom('answerings')
          .select('answerings.chatId')
          .whereRef('answerings.chatId', '=', 'chats.id')
          .where('answerings.accountId', '=', actor.accountId),
      ),
    ]);
    const holdsLevel = eb.exists(
      eb
        .selectFrom('coopChats')
        .innerJoin('heldLevels', 'heldLevels.coopId', 'coopChats.coopId')
        .select('coopChats.chatId')
        .whereRef('coopChats.chatId', '=', 'chats.id')
        .where('coopChats.through', '=', true)
        .where('heldLevels.accountId', '=', actor.accountId),
    );
    const hasIt = eb.and([
      eb('chats.state', '=', 'active'),
      eb('chats.ownerId', '=', actor.accountId),
    ]);
    const isAsked = eb.and([
      eb('chats.state', '=', 'active'),
      eb.exists(
        eb
          .selectFrom('transfers')
          .select('transfers.chatId')
          .whereRef('transfers.chatId', '=', 'chats.id')
          .where('transfers.toId', '=', actor.accountId),
      ),
    ]);
    const mayReadReal = eb.or([
      ...(actor.role === 'admin' ? [isHome] : []),
      eb.and([tookPart, eb.or([isHome, hasIt, holdsLevel])]),
      isAsked,
      eb.and([eb('chats.state', '=', 'waiting'), offeredToMine(true)]),
      eb.and([openToOperators, offeredToMine(false)]),
    ]);
    return eb.or([isOwnPractice, eb.and([isReal, mayReadReal])]);
  };
}
