import { sql as fragment, type RawBuilder } from 'kysely';
import type { Reach } from './reach.ts';

/**
 * The chats of a reach, as parts of a statement in which `c` is the chat. `openedAt` and `chatId` are
 * what to order by: columns of the index that leads to these chats, latest first.
 */
export interface ReachedChats {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<boolean>;
  readonly openedAt: RawBuilder<Date>;
  readonly chatId: RawBuilder<string>;
}

const BY_CHAT = {
  from: fragment`chats c`,
  openedAt: fragment<Date>`c.opened_at`,
  chatId: fragment<string>`c.id`,
};
const BY_ANSWERING = {
  from: fragment`answerings a join chats c on c.id = a.chat_id`,
  openedAt: fragment<Date>`a.opened_at`,
  chatId: fragment<string>`a.chat_id`,
};
const BY_COOP = {
  from: fragment`coop_chats k join chats c on c.id = k.chat_id`,
  openedAt: fragment<Date>`k.opened_at`,
  chatId: fragment<string>`k.chat_id`,
};

/** Practice is nobody's chat, and in no scope. */
const NO_PRACTICE = fragment<boolean>`c.practised_by is null`;

/** Each chat once, however many answered it. */
export function reachedChats(reach: Reach): ReachedChats {
  const { where, ...rest } = narrow(reach);
  return { ...rest, where: fragment<boolean>`${where} and ${NO_PRACTICE}` };
}

function narrow(reach: Reach): ReachedChats {
  switch (reach.kind) {
    case 'everything':
      return { ...BY_CHAT, where: fragment`true` };
    case 'home':
      return { ...BY_CHAT, where: fragment`c.institution_id = ${reach.institutionId}` };
    case 'homeQueues':
      return {
        ...BY_CHAT,
        where: fragment`c.institution_id = ${reach.institutionId}
          and (${offeredToQueuesOf(reach.accountId)} or ${answeredBy(reach.accountId)})`,
      };
    case 'homeOwn':
      return {
        ...BY_ANSWERING,
        where: fragment`a.account_id = ${reach.accountId}
          and c.institution_id = ${reach.institutionId}`,
      };
    case 'coop':
      return {
        ...BY_COOP,
        where: fragment`k.coop_id = ${reach.coopId} and (k.through or not ${IS_ANSWERED})`,
      };
    case 'coopInstitution':
      return {
        ...BY_ANSWERING,
        // Of several colleagues who answered one chat, the first by id stands for all.
        where: fragment`a.institution_id = ${reach.institutionId}
          and ${cameThrough(fragment`through_coop.coop_id = ${reach.coopId}`)}
          and not exists (
            select from answerings colleague
            where colleague.chat_id = a.chat_id and colleague.institution_id = a.institution_id
              and colleague.account_id < a.account_id
          )`,
      };
    case 'coopOwn':
      return {
        ...BY_ANSWERING,
        where: fragment`a.account_id = ${reach.accountId}
          and ${cameThrough(fragment`through_coop.coop_id = ${reach.coopId}`)}`,
      };
    case 'mine':
      return {
        ...BY_ANSWERING,
        where: fragment`a.account_id = ${reach.accountId} and ${holds(reach)}`,
      };
  }
}

/** Whether somebody answered the chat `c`. */
export const IS_ANSWERED = fragment<boolean>`
  exists (select from answerings answered where answered.chat_id = c.id)`;

export function answeredBy(accountId: string) {
  return fragment<boolean>`exists (
    select from answerings own where own.chat_id = c.id and own.account_id = ${accountId}
  )`;
}

/** To a queue of the library itself: a level in a co-op opens nothing in the library's own pages. */
function offeredToQueuesOf(accountId: string) {
  return fragment<boolean>`exists (
    select from offers offered
    join operator_queues staffed on staffed.queue_id = offered.queue_id
    join queues local on local.id = offered.queue_id and local.institution_id = c.institution_id
    where offered.chat_id = c.id and staffed.account_id = ${accountId}
  )`;
}

function cameThrough(condition: RawBuilder<unknown>) {
  return fragment<boolean>`exists (
    select from coop_chats through_coop
    where through_coop.chat_id = c.id and through_coop.through and ${condition}
  )`;
}

function holds({ institutionId, coopIds }: Extract<Reach, { kind: 'mine' }>) {
  if (coopIds === null) return fragment<boolean>`true`;
  return fragment<boolean>`(
    c.institution_id = ${institutionId}
    or not ${cameThrough(fragment`true`)}
    or ${cameThrough(fragment`through_coop.coop_id = any (${coopIds}::uuid[])`)}
  )`;
}
