import type { PracticeScript } from '#protocol/practice.ts';
import type { Language } from '#protocol/schemas.ts';
import type { Queries } from '../platform/database/index.ts';
import type { Heard } from './follow-script.ts';

export interface Practice {
  readonly chatId: string;
  readonly script: PracticeScript;
  readonly language: Language;
}

/** Those that are not closed. */
export async function openPractices(sql: Queries): Promise<Practice[]> {
  const rows = await sql
    .selectFrom('chats')
    .select(['id as chatId', 'practiceScript as script', 'language'])
    .where('practisedBy', 'is not', null)
    .where('state', '!=', 'closed')
    .execute();
  return rows.map(({ chatId, script, language }) => ({
    chatId,
    script: script as PracticeScript,
    language: language as Language,
  }));
}

export function findOpenPractice(
  sql: Queries,
  accountId: string,
): Promise<{ chatId: string } | undefined> {
  return sql
    .selectFrom('chats')
    .select('id as chatId')
    .where('practisedBy', '=', accountId)
    .where('state', '!=', 'closed')
    .executeTakeFirst();
}

/** In order. */
export function readHeard(sql: Queries, chatId: string): Promise<Heard[]> {
  return sql
    .selectFrom('chatEvents')
    .select(['kind', 'actorKind', 'text', 'at'])
    .where('chatId', '=', chatId)
    .orderBy('seq')
    .execute();
}

/** The account's language; its row stays locked, so that a second practice waits for the first. */
export async function lockLearner(sql: Queries, accountId: string): Promise<Language> {
  const { language } = await sql
    .selectFrom('accounts')
    .select('language')
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return language;
}

export interface NewPractice {
  readonly chatId: string;
  readonly patronId: string;
  readonly accountId: string;
  readonly institutionId: string;
  readonly queueId: string;
  readonly script: PracticeScript;
  readonly language: Language;
  readonly patronName: string;
  readonly guestTag: string;
  readonly question: string;
  readonly clientId: string;
  readonly openedAt: Date;
  /** The patron is seen to be there until then. */
  readonly staysUntil: Date;
}

/** A chat that is offered by no queue, leads nowhere, and never offers a form. */
export async function insertPractice(sql: Queries, practice: NewPractice): Promise<void> {
  const { chatId, patronId, openedAt } = practice;
  await sql.insertInto('patrons').values({ id: patronId, createdAt: openedAt }).execute();
  await sql
    .insertInto('chats')
    .values({
      id: chatId,
      clientId: practice.clientId,
      practisedBy: practice.accountId,
      practiceScript: practice.script,
      patronId,
      institutionId: practice.institutionId,
      queueId: practice.queueId,
      state: 'waiting',
      guestTag: practice.guestTag,
      patronName: practice.patronName,
      answers: '{}',
      language: practice.language,
      question: practice.question,
      chain: '[]',
      stepsAlerted: 0,
      openedAt,
      waitingSince: openedAt,
    })
    .execute();
  await sql
    .insertInto('patronLeases')
    .values({ connectionId: chatId, chatId, expiresAt: practice.staysUntil })
    .execute();
}

/** Marks the tour as seen; the first time counts. */
export async function saveToured(sql: Queries, accountId: string, at: Date): Promise<void> {
  await sql
    .updateTable('accounts')
    .set({ touredAt: at })
    .where('id', '=', accountId)
    .where('touredAt', 'is', null)
    .execute();
}
