import { sql as fragment, type RawBuilder } from 'kysely';
import type { ChatFilter } from '#protocol/told-chats.ts';
import type { ReachedChats } from './reached-chats.ts';
import { searchedWords } from './searched-words.ts';

/** What a list is narrowed by, besides its scope; times as instants. */
export interface Narrowing extends Omit<ChatFilter, 'scope' | 'from' | 'to'> {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Whether anything but the period narrows. */
export function isNarrowed({ from: _, to: __, ...rest }: Narrowing): boolean {
  return Object.values(rest).some((value) => value !== undefined && value !== '');
}

/** Conditions on the chat `c` of a scope, the scope's own left out. */
export function narrowChats(
  by: Narrowing,
  { openedAt, isAnswered }: Pick<ReachedChats, 'openedAt' | 'isAnswered'>,
): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [fragment`true`];
  const add = (condition: RawBuilder<boolean>) => void conditions.push(condition);

  if (by.from) add(fragment`${openedAt} >= ${by.from}`);
  if (by.to) add(fragment`${openedAt} < ${by.to}`);
  if (by.queueId) add(fragment`c.queue_id = ${by.queueId}`);
  if (by.institutionId) add(fragment`c.institution_id = ${by.institutionId}`);
  if (by.operatorId) add(oneOfTheirs(by.operatorId));
  if (by.answeringInstitutionId) add(answeredFrom(by.answeringInstitutionId));
  if (by.coopId) add(cameTo(by.coopId, isAnswered));
  if (by.rating !== undefined) add(hasRow(fragment`feedback`, fragment`rating = ${by.rating}`));
  if (by.resolution !== undefined)
    add(hasRow(fragment`resolutions`, fragment`resolution = ${by.resolution}`));
  if (by.state === 'answered') add(isAnswered);
  if (by.state === 'unanswered') add(fragment`not (${isAnswered})`);
  if (by.q?.trim()) add(fragment`c.id in (${toldBy(by.q, by)})`);
  return fragment<boolean>`${fragment.join(conditions, fragment` and `)}`;
}

function hasRow(table: RawBuilder<unknown>, condition: RawBuilder<unknown>) {
  return fragment<boolean>`
    exists (select from ${table} row where row.chat_id = c.id and row.${condition})`;
}

/** By way of the account's own few: a walk through all chats of a scope would come by one in hundreds. */
function oneOfTheirs(accountId: string) {
  return fragment<boolean>`c.id = any (array(
    select theirs.chat_id from answerings theirs where theirs.account_id = ${accountId}
  ))`;
}

function answeredFrom(institutionId: string) {
  return fragment<boolean>`exists (
    select from answerings then_of
    where then_of.chat_id = c.id and then_of.institution_id = ${institutionId}
  )`;
}

function cameTo(coopId: string, isAnswered: RawBuilder<boolean>) {
  return fragment<boolean>`exists (
    select from coop_chats came
    where came.chat_id = c.id and came.coop_id = ${coopId} and (came.through or not (${isAnswered}))
  )`;
}

/** For `@@`, and for `ts_headline`. */
export function searchedFor(q: string) {
  return fragment<string>`to_tsquery('simple', ${searchedWords(q)})`;
}

/**
 * All of a period that tell of the words: by the index, and what is not in it yet by the chats themselves,
 * which are few. No `union all`: of chats that are told to be different, the planner knows how many they are.
 */
export function toldBy(q: string, { from, to }: Pick<Narrowing, 'from' | 'to'>) {
  const since = from ? fragment`opened_at >= ${from}` : fragment`true`;
  const until = to ? fragment`opened_at < ${to}` : fragment`true`;
  return fragment`
    select indexed.chat_id from transcript_texts indexed where indexed.words @@ ${searchedFor(q)}
      and ${since} and ${until}
    union
    select fresh.id from chats fresh
    where fresh.counted_at is null and ${since} and ${until}
      and not exists (select from transcript_texts indexed where indexed.chat_id = fresh.id)
      and to_tsvector('simple', coalesce(said_in(fresh.id), '')) @@ ${searchedFor(q)}`;
}
