import { randomUUID } from 'node:crypto';
import { beginSession } from '../server/accounts/index.ts';
import { claimChat } from '../server/chats/claim-chat.ts';
import { openChat } from '../server/chats/open-chat.ts';
import { newId } from '../server/platform/ids.ts';
import type { Parts } from '../server/platform/parts.ts';
import type { Tokens } from '../server/platform/secrets.ts';
import { beginLease } from '../server/presence/index.ts';
import { insertAssignment } from '../server/queues/index.ts';
import { findWidget, type StoredWidget } from '../server/widgets/index.ts';
import { makeAccount, makeInstitution, makeQueue, makeWidget } from '../test/factories.ts';

type SeedParts = Parts & { readonly tokens: Tokens };

/** A chat under way, with what its two ends show at the door. */
export interface SeededChat {
  readonly chatId: string;
  /** The patron's. */
  readonly token: string;
  /** The operator's. */
  readonly cookie: string;
}

interface Library {
  readonly institutionId: string;
  readonly queueId: string;
  readonly widget: StoredWidget;
}

/** Openings under way at a time. */
const AT_ONCE = 10;

/**
 * A library with as many operators as chats, each in a chat of their own. Opened and claimed by the
 * functions behind the API and not over HTTP, where a single address may open one a second.
 */
export async function seedTalks(parts: SeedParts, count: number): Promise<SeededChat[]> {
  const library = await seedLibrary(parts);
  const chats: SeededChat[] = [];
  for (let n = 0; n < count; n++) chats.push(await seedTalk(parts, library, n));
  return chats;
}

async function seedTalk(parts: SeedParts, library: Library, n: number): Promise<SeededChat> {
  const { database, tokens } = parts;
  const { institutionId, queueId } = library;
  const username = `bench-operator-${n}`;
  const accountId = await makeAccount(database.sql, { institutionId, username, role: 'operator' });
  await insertAssignment(database.sql, { queueId, accountId, optedIn: true });
  // A question is offered to those who are there.
  await beginLease(parts, { pageId: newId(), accountId });

  const { chatId } = await open(parts, library.widget);
  const { token, actor } = await beginSession(parts, accountId, { device: '', address: '' });
  await claimChat(parts, actor, chatId);
  return { chatId, token: tokens.sign('chat', chatId), cookie: `carrel_session=${token}` };
}

/** Chats that wait, with nobody at the desk. Answers their patrons' tokens. */
export async function seedWaiting(parts: SeedParts, count: number): Promise<string[]> {
  const { widget } = await seedLibrary(parts);
  const patronTokens: string[] = [];
  const openSome = async () => {
    while (patronTokens.length + AT_ONCE <= count) {
      const { chatId } = await open(parts, widget);
      patronTokens.push(parts.tokens.sign('chat', chatId));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, openSome));
  return patronTokens;
}

/** A library with a widget and an operator at the desk. Answers the widget's id. */
export async function seedWidget(parts: SeedParts): Promise<string> {
  const { widget } = await seedLibrary(parts);
  return widget.id;
}

async function seedLibrary({ database: { sql } }: SeedParts): Promise<Library> {
  const institutionId = await makeInstitution(sql, `bench-${newId()}`);
  const queueId = await makeQueue(sql, { institutionId });
  const chain = [{ queueId, waitSeconds: 20 }];
  const widget = await findWidget(sql, await makeWidget(sql, { institutionId, chain }));
  if (!widget) throw new Error('The widget that was made is not there.');
  return { institutionId, queueId, widget };
}

function open(parts: SeedParts, widget: StoredWidget) {
  return openChat(parts, widget, {
    clientId: randomUUID(),
    question: 'Do you have this article in full text?',
  });
}
