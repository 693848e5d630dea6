import type { OutboxEntry } from './outbox.ts';

/** One key an entry, so that two tabs of one account never overwrite each other's. */
const PREFIX = 'carrel.outbox.';

function keyOf(accountId: string, clientId: string): string {
  return `${PREFIX}${accountId}.${clientId}`;
}

/** What an earlier load of the page, or another tab, has not got acknowledged. */
export function loadEntries(storage: Storage, accountId: string): OutboxEntry[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys
    .filter((key) => key.startsWith(keyOf(accountId, '')))
    .map((key) => parseEntry(storage.getItem(key)))
    .filter((entry) => entry !== null);
}

/** Writes what is new or changed, deletes what is gone. A full or forbidden storage costs durability only. */
export function storeChanges(
  storage: Storage,
  accountId: string,
  before: readonly OutboxEntry[],
  after: readonly OutboxEntry[],
): void {
  try {
    for (const entry of before) {
      if (!after.some(({ clientId }) => clientId === entry.clientId)) {
        storage.removeItem(keyOf(accountId, entry.clientId));
      }
    }
    for (const entry of after) {
      if (!before.includes(entry)) {
        storage.setItem(keyOf(accountId, entry.clientId), JSON.stringify(entry));
      }
    }
  } catch {
    // The entry lives on in memory, and goes out with the connection.
    return;
  }
}

function parseEntry(stored: string | null): OutboxEntry | null {
  try {
    const entry = JSON.parse(stored ?? 'null') as Partial<OutboxEntry> | null;
    if (
      typeof entry?.clientId !== 'string' ||
      typeof entry.chatId !== 'string' ||
      typeof entry.text !== 'string' ||
      typeof entry.writtenAt !== 'string'
    ) {
      return null;
    }
    return {
      clientId: entry.clientId,
      chatId: entry.chatId,
      text: entry.text,
      note: entry.note === true,
      writtenAt: entry.writtenAt,
      refused: entry.refused ?? null,
    };
  } catch {
    return null;
  }
}
