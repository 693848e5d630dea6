import type { z } from 'zod';
import type { addQualityNote as contract, QualityNote } from '#protocol/feedback.ts';
import { MOST_QUALITY_NOTES } from '#protocol/limits.ts';
import type { Answering } from '#protocol/told-chats.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { allReaches, findReached, readAnswerings } from '../scopes/index.ts';
import { presentNote } from './note.ts';
import { findWrittenNote, insertNote, type NewNote } from './store.ts';
import { mayNote } from './who-may.ts';

export interface WrittenNote {
  readonly note: QualityNote;
  /** False: the same came before, and nothing was stored. */
  readonly isNew: boolean;
}

/**
 * The home library comments on a transcript; whom it is about gets it.
 *
 * @throws not_found for a transcript out of reach, may_not for other libraries' staff, breaks_rule when
 *   it is about nobody who answered, or about the author, and when the chat has as many as it may,
 *   client_id_taken when the client id came with another note
 */
export async function addQualityNote(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  chatId: string,
  { clientId, text, rating, operatorId: named }: z.output<typeof contract.body>,
): Promise<WrittenNote> {
  const { sql } = database;
  const reached = await findReached(sql, await allReaches(sql, actor), chatId);
  if (!reached) throw problem('not_found', 'There is no such transcript.');
  if (!mayNote(actor, reached))
    throw problem('may_not', 'Quality notes are written by the patron’s own library.');

  const answerings = (await readAnswerings(sql, [chatId]))(chatId);
  const operatorId = chooseOperator(answerings, named);
  if (operatorId === actor.accountId) throw breaksRule('must be somebody else’s part than yours');

  const note = {
    id: newId(),
    clientId,
    chatId,
    authorId: actor.accountId,
    authorInstitutionId: actor.institutionId,
    operatorId,
    text,
    rating: rating ?? null,
    at: clock.now(),
  };
  const isNew = await sql.transaction().execute(async (within) => {
    const notes = await insertNote(within, note);
    if (notes !== null && notes > MOST_QUALITY_NOTES) throw tooMany();
    return notes !== null;
  });
  if (isNew) bus.publish('operator', { accountId: operatorId });

  const stored = await findWrittenNote(sql, note);
  if (!stored) throw problem('not_found');
  if (!isNew && !isSameNote(stored, note)) throw problem('client_id_taken');
  return { note: presentNote(stored, actor.accountId), isNew };
}

type SaidOfNote = Pick<NewNote, 'operatorId' | 'text' | 'rating'>;

function isSameNote(one: SaidOfNote, other: SaidOfNote): boolean {
  return (
    one.operatorId === other.operatorId && one.text === other.text && one.rating === other.rating
  );
}

/** The one who was named, else who answered last. */
function chooseOperator(answerings: readonly Answering[], named: string | undefined): string {
  const last = answerings.at(-1);
  if (!last) throw breaksRule('must have answered the chat, and nobody did');
  if (named === undefined) return last.accountId;
  if (!answerings.some(({ accountId }) => accountId === named))
    throw breaksRule('must have answered the chat');
  return named;
}

function tooMany() {
  return problem('breaks_rule', `A chat has ${MOST_QUALITY_NOTES} quality notes at most.`);
}

function breaksRule(rule: string) {
  return problem('breaks_rule', `operatorId ${rule}.`, [{ path: 'operatorId', message: rule }]);
}
