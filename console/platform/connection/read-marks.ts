import { z } from 'zod';

/** How far this operator has read each chat, kept over reloads of the tab so that unread stays unread. */
const KEY = 'carrel.read.';
const marks = z.record(z.string(), z.int());

export function loadMarks(storage: Storage, accountId: string): Readonly<Record<string, number>> {
  try {
    return marks.safeParse(JSON.parse(storage.getItem(KEY + accountId) ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

/** Keeps the marks of the chats named; those of chats that are over go. */
export function storeMarks(
  storage: Storage,
  accountId: string,
  ownSeen: Readonly<Record<string, number>>,
  chatIds: readonly string[],
): void {
  const kept = Object.entries(ownSeen).filter(([chatId]) => chatIds.includes(chatId));
  try {
    storage.setItem(KEY + accountId, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Without storage, a reload shows read messages as unread once more.
    return;
  }
}
