import type { Queries } from '../server/platform/database/index.ts';
import { newId } from '../server/platform/ids.ts';

/** A chat as it may have been, for tests of what is read and counted afterwards. */
export interface PastChat {
  readonly institutionId: string;
  readonly widgetId: string;
  /** Of the institution or of a co-op, as last claimed. */
  readonly queueId: string;
  readonly openedAt: Date;
  /** Each with the institution of that moment, so many seconds after the opening. */
  readonly answeredBy?: readonly { accountId: string; institutionId: string; after: number }[];
  /** Co-ops that it came to: through them, or offered there and no more. */
  readonly coops?: readonly { coopId: string; through: boolean }[];
  /** Beside `queueId`. */
  readonly offeredTo?: readonly string[];
  /** Who spoke, so many seconds after the opening; null: the patron. */
  readonly said?: readonly { by: string | null; after: number; text: string }[];
  /** Seconds after the opening; null: it runs. */
  readonly closedAfter?: number | null;
  readonly closeReason?: 'operator' | 'patron' | 'question_left' | 'lost';
  readonly formOffered?: boolean;
  readonly patronName?: string;
  readonly patronEmail?: string;
  readonly practisedBy?: string;
}

/** Writes it into the tables, as if it had happened; answers its id. */
export async function makePastChat(sql: Queries, chat: PastChat): Promise<string> {
  const id = newId();
  const patronId = newId();
  const { openedAt, answeredBy = [], said = [], closedAfter = 600 } = chat;
  const at = (seconds: number) => new Date(openedAt.getTime() + seconds * 1_000);
  const first = answeredBy[0];
  const last = answeredBy.at(-1);
  const isClosed = closedAfter !== null;
  await sql.insertInto('patrons').values({ id: patronId, createdAt: openedAt }).execute();
  await sql
    .insertInto('chats')
    .values({
      id,
      clientId: newId(),
      widgetId: chat.practisedBy ? null : chat.widgetId,
      patronId,
      institutionId: chat.institutionId,
      queueId: chat.queueId,
      state: isClosed ? 'closed' : last ? 'active' : 'waiting',
      ownerId: last?.accountId ?? null,
      guestTag: '6CYJ',
      patronName: chat.patronName ?? null,
      patronEmail: chat.patronEmail ?? null,
      answers: '{}',
      language: 'en',
      question: said[0]?.text ?? 'Where are the maps?',
      pageUrl: null,
      pageTitle: null,
      chain: '[]',
      stepsAlerted: 1,
      nextStepAt: null,
      formOfferAt: null,
      formOffered: chat.formOffered ?? false,
      openedAt,
      waitingSince: openedAt,
      firstClaimedAt: first ? at(first.after) : null,
      claimedAt: last ? at(last.after) : null,
      closedAt: isClosed ? at(closedAfter) : null,
      closeReason: isClosed ? (chat.closeReason ?? (last ? 'operator' : 'patron')) : null,
      practisedBy: chat.practisedBy ?? null,
      practiceScript: chat.practisedBy ? 'maps' : null,
      lastSeq: said.length,
      lastPatronSeq: said.length,
    })
    .execute();
  for (const queueId of new Set([chat.queueId, ...(chat.offeredTo ?? [])])) {
    await sql.insertInto('offers').values({ chatId: id, queueId, since: openedAt }).execute();
  }
  for (const { accountId, institutionId, after } of answeredBy) {
    const answering = { chatId: id, accountId, institutionId, at: at(after) };
    await sql.insertInto('answerings').values(answering).execute();
  }
  for (const coop of chat.coops ?? []) {
    await sql
      .insertInto('coopChats')
      .values({ ...coop, chatId: id, openedAt })
      .execute();
  }
  let seq = 0;
  for (const { by, after, text } of said) {
    seq += 1;
    await sql
      .insertInto('chatEvents')
      .values({
        chatId: id,
        seq,
        patronSeq: seq,
        kind: 'message',
        actorKind: by === null ? 'p' : 's',
        actorId: by,
        clientId: newId(),
        text,
        body: null,
        at: at(after),
      })
      .execute();
  }
  return id;
}
