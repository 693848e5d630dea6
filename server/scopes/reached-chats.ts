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
  /** Whether somebody answered the chat. */
  readonly isAnswered: RawBuilder<boolean>;
}

interface Chats {
  /** With the alias `c`. */
  readonly table: RawBuilder<unknown>;
  readonly isAnswered: RawBuilder<boolean>;
}

const CHATS: Chats = {
  table: fragment`chats c`,
  isAnswered: fragment`exists (select from answerings answered where answered.chat_id = c.id)`,
};
const FIGURES: Chats = {
  table: fragment`(select chat_id as id, figures.* from chat_figures figures) c`,
  isAnswered: fragment`c.answered = 1`,
};

/** Each chat once, however many answered it. Practice is nobody's chat, and in no scope. */
export function reachedChats(reach: Reach): ReachedChats {
  const { where, ...rest } = narrow(reach, CHATS);
  return { ...rest, where: fragment<boolean>`${where} and c.practised_by is null` };
}

/** The same of the chats that were counted, `c` being their figures: without a look at the chats themselves. */
export function reachedFigures(reach: Reach): ReachedChats {
  return narrow(reach, FIGURES);
}

function narrow(reach: Reach, { table, isAnswered }: Chats): ReachedChats {
  const byChat = {
    from: table,
    openedAt: fragment<Date>`c.opened_at`,
    chatId: fragment<string>`c.id`,
    isAnswered,
  };
  const byAnswering = {
    from: fragment`answerings a join ${table} on c.id = a.chat_id`,
    openedAt: fragment<Date>`a.opened_at`,
    chatId: fragment<string>`a.chat_id`,
    isAnswered,
  };
  const byCoop = {
    from: fragment`coop_chats k join ${table} on c.id = k.chat_id`,
    openedAt: fragment<Date>`k.opened_at`,
    chatId: fragment<string>`k.chat_id`,
    isAnswered,
  };
  switch (reach.kind) {
    case 'everything':
      return { ...byChat, where: fragment`true` };
    case 'home':
      return { ...byChat, where: fragment`c.institution_id = ${reach.institutionId}` };
    case 'homeQueues':
      return {
        ...byChat,
        where: fragment`c.institution_id = ${reach.institutionId}
          and (${offeredToQueuesOf(reach.accountId)} or ${answeredBy(reach.accountId)})`,
      };
    case 'homeOwn':
      return {
        ...byAnswering,
        where: fragment`a.account_id = ${reach.accountId}
          and c.institution_id = ${reach.institutionId}`,
      };
    case 'coop':
      return {
        ...byCoop,
        where: fragment`k.coop_id = ${reach.coopId} and (k.through or not (${isAnswered}))`,
      };
    case 'coopInstitution':
      return {
        ...byAnswering,
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
        ...byAnswering,
        where: fragment`a.account_id = ${reach.accountId}
          and ${cameThrough(fragment`through_coop.coop_id = ${reach.coopId}`)}`,
      };
    case 'mine':
      return {
        ...byAnswering,
        where: fragment`a.account_id = ${reach.accountId} and ${holds(reach)}`,
      };
  }
}

function answeredBy(accountId: string) {
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

/** What somebody answered at a library that they have left is that library’s alone. */
function holds({ accountId, institutionId, coopIds }: Extract<Reach, { kind: 'mine' }>) {
  if (coopIds === null) return fragment<boolean>`true`;
  return fragment<boolean>`(
    c.institution_id = ${institutionId}
    or (${isStaffedBy(accountId)} and not ${cameThrough(fragment`true`)})
    or ${cameThrough(fragment`through_coop.coop_id = any (${coopIds}::uuid[])`)}
  )`;
}

/** Of a queue that the account staffs, be it at a library where it lends a hand. */
function isStaffedBy(accountId: string) {
  return fragment<boolean>`c.queue_id in (
    select staffed.queue_id from operator_queues staffed where staffed.account_id = ${accountId}
  )`;
}
