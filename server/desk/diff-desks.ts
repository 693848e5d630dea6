import { isDeepStrictEqual } from 'node:util';
import type { Desk, DeskChat } from '#protocol/desk.ts';
import type { ServerFrame } from '#protocol/frames.ts';

/**
 * The frames that lead from what a desk shows to what it should show. Chats come one by one, so
 * that a claim is a small frame; anything else comes as a whole.
 */
export function diffDesks(
  shown: Desk | undefined,
  now: Desk,
  ownerNameOf: (chatId: string) => string | undefined,
): ServerFrame[] {
  if (!shown) return [{ t: 'desk', desk: now }];

  const before = new Map(shown.chats.map((chat) => [chat.id, chat]));
  const after = new Map(now.chats.map((chat) => [chat.id, chat]));
  const gone = shown.chats
    .filter(({ id }) => !after.has(id))
    .map(({ id }) => goneFrame(id, ownerNameOf(id)));

  const { chats: _, ...restBefore } = shown;
  const { chats: __, ...restNow } = now;
  if (!isDeepStrictEqual(restBefore, restNow)) return [...gone, { t: 'desk', desk: now }];
  return [...gone, ...changedChats(before, now.chats)];
}

function changedChats(
  before: ReadonlyMap<string, DeskChat>,
  now: readonly DeskChat[],
): ServerFrame[] {
  return now
    .filter((chat) => !isDeepStrictEqual(before.get(chat.id), chat))
    .map((chat) => ({ t: 'chat', chat }));
}

function goneFrame(chatId: string, claimedBy: string | undefined): ServerFrame {
  return { t: 'gone', chatId, ...(claimedBy !== undefined && { claimedBy }) };
}

/** Chats that have left, whose new owners are to be named. */
export function departed(shown: Desk | undefined, now: Desk): string[] {
  const after = new Set(now.chats.map(({ id }) => id));
  return shown?.chats.filter(({ id }) => !after.has(id)).map(({ id }) => id) ?? [];
}
