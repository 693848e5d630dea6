import { randomInt } from 'node:crypto';
import { sql as fragment } from 'kysely';
import type { z } from 'zod';
import type { openChat as openChatEndpoint } from '#protocol/chats.ts';
import type { Queries, ResolvedChainStep } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import type { Tokens } from '../platform/secrets.ts';
import { chainOf, type Decision, decide, readNetwork } from '../routing/index.ts';
import type { StoredWidget } from '../widgets/index.ts';
import { appendEvents, BY_CARREL, BY_PATRON, type NewEvent } from './append-events.ts';
import { excerptOf, guestTag } from './chat.ts';
import { withoutCoverage } from './waiting/next-move.ts';
import { insertOffers } from './waiting/offers.ts';

type Opening = z.output<typeof openChatEndpoint.body>;

export interface Opened {
  readonly chatId: string;
  readonly patronId: string;
  /** False for a repeat of an opening that was stored already. */
  readonly isNew: boolean;
}

/**
 * A patron asks. The chat, its question and its first offers are one commit. With nobody online
 * the question is stored all the same, and the form is offered at once.
 *
 * @throws client_id_taken when the client id came with another question before
 */
export async function openChat(
  parts: Parts & { tokens: Tokens },
  widget: StoredWidget,
  opening: Opening,
): Promise<Opened> {
  const { database, clock, bus, tokens } = parts;
  const now = clock.now();
  const chatId = newId();
  const { chain, decision } = await decideFirst(database.sql, widget, now);

  const opened = await database.sql.transaction().execute(async (sql) => {
    const patronId = await patronOf(sql, tokens, opening.patronToken, now);
    const inserted = await insertChat(sql, {
      chatId,
      patronId,
      widget,
      opening,
      chain,
      decision,
      now,
    });
    if (!inserted) return undefined;
    await insertOffers(sql, chatId, decision.alert, now);
    const events = await appendEvents(
      sql,
      { id: chatId, lastSeq: 0, lastPatronSeq: 0 },
      firstEvents(opening, decision),
      now,
    );
    return { patronId, events };
  });

  if (!opened) return findFirstOpening(database.sql, widget.id, opening);
  bus.publish('chat', { chatId, events: opened.events, movesDesks: true });
  return { chatId, patronId: opened.patronId, isNew: true };
}

interface FirstMove {
  readonly chain: ResolvedChainStep[];
  readonly decision: Decision & { formOfferAt: Date };
}

async function decideFirst(sql: Queries, widget: StoredWidget, now: Date): Promise<FirstMove> {
  const network = await readNetwork(sql, now);
  const chain = chainOf(network, { ...widget, route: null });
  const formOfferAt = new Date(now.getTime() + widget.unansweredSeconds * 1_000);
  const start = { chain, stepsAlerted: 0, nextStepAt: null, formOfferAt, formOffered: false };
  const decision = decide({ ...start, offeredTo: new Set() }, network);
  return { chain: withoutCoverage(chain), decision: { ...decision, formOfferAt } };
}

async function patronOf(
  sql: Queries,
  tokens: Tokens,
  patronToken: string | undefined,
  now: Date,
): Promise<string> {
  const known = patronToken && tokens.verify('patron', patronToken);
  const found =
    known &&
    (await sql.selectFrom('patrons').select('id').where('id', '=', known).executeTakeFirst());
  if (found) return found.id;
  const id = newId();
  await sql.insertInto('patrons').values({ id, createdAt: now }).execute();
  return id;
}

interface NewChat {
  readonly chatId: string;
  readonly patronId: string;
  readonly widget: StoredWidget;
  readonly opening: Opening;
  readonly chain: ResolvedChainStep[];
  readonly decision: Decision & { formOfferAt: Date };
  readonly now: Date;
}

async function insertChat(sql: Queries, chat: NewChat): Promise<boolean> {
  const { widget, opening, chain, decision, now } = chat;
  const queueId = chain[0]?.queueIds[0] ?? (await queueToEnterBy(sql, widget));
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('chats')
    .values({
      id: chat.chatId,
      clientId: opening.clientId,
      widgetId: widget.id,
      patronId: chat.patronId,
      institutionId: widget.institutionId,
      queueId,
      state: 'waiting',
      ownerId: null,
      guestTag: guestTag(randomInt),
      patronName: opening.name ?? null,
      patronEmail: opening.email ?? null,
      answers: JSON.stringify(opening.answers ?? {}),
      language: opening.language ?? widget.languages[0] ?? 'en',
      question: excerptOf(opening.question),
      pageUrl: opening.page?.url ?? null,
      pageTitle: opening.page?.title ?? null,
      chain: JSON.stringify(chain),
      stepsAlerted: decision.stepsAlerted,
      nextStepAt: decision.nextStepAt,
      formOfferAt: decision.offerForm ? null : decision.formOfferAt,
      formOffered: decision.offerForm,
      openedAt: now,
      waitingSince: now,
      firstClaimedAt: null,
      claimedAt: null,
      closedAt: null,
      closeReason: null,
    })
    .onConflict((conflict) => conflict.columns(['widgetId', 'clientId']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Where nothing of the chain is left: the question is kept all the same, and the form offered at once. */
async function queueToEnterBy(sql: Queries, widget: StoredWidget): Promise<string> {
  const queueIds = widget.chain.flatMap(({ queueId }) => queueId ?? []);
  const coopIds = widget.chain.flatMap(({ coopId }) => coopId ?? []);
  const queue = await sql
    .selectFrom('queues')
    .select('id')
    .where(
      fragment<boolean>`id = any (${queueIds}::uuid[]) or coop_id = any (${coopIds}::uuid[])
        or institution_id = ${widget.institutionId}`,
    )
    .orderBy(fragment`id = any (${queueIds}::uuid[])`, 'desc')
    .limit(1)
    .executeTakeFirst();
  if (queue) return queue.id;
  throw problem(
    'unavailable',
    'This chat leads nowhere at the moment; its library has to mend it.',
  );
}

function firstEvents(opening: Opening, decision: Decision): NewEvent[] {
  const events: NewEvent[] = [
    { kind: 'opened', ...BY_PATRON, body: opening.page ? { page: opening.page } : {} },
    // Not the opening's client id: staff read this one, and who knows that one gets the chat's token.
    { kind: 'message', ...BY_PATRON, clientId: newId(), text: opening.question },
  ];
  if (decision.offerForm) events.push({ kind: 'form_offered', ...BY_CARREL });
  return events;
}

async function findFirstOpening(sql: Queries, widgetId: string, opening: Opening): Promise<Opened> {
  const first = await sql
    .selectFrom('chats')
    .select(['id', 'patronId', 'question'])
    .where('widgetId', '=', widgetId)
    .where('clientId', '=', opening.clientId)
    .executeTakeFirstOrThrow();
  if (first.question !== excerptOf(opening.question)) throw problem('client_id_taken');
  return { chatId: first.id, patronId: first.patronId, isNew: false };
}
