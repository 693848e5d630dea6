import { describe, expect, it } from 'vitest';
import { aMessage, CHAT_ID, clientIdOf } from './factories.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import {
  addEntry,
  dueEntries,
  EMPTY_OUTBOX,
  forgetSent,
  markSent,
  refuseEntry,
  removeEntry,
  removeStored,
  retryEntry,
} from './outbox.ts';

function entry(number: number): OutboxEntry {
  return {
    clientId: clientIdOf(number),
    chatId: CHAT_ID,
    text: `message ${number}`,
    note: false,
    writtenAt: new Date(number * 1_000).toISOString(),
    refused: null,
  };
}

function outboxOf(count: number): Outbox {
  return Array.from({ length: count }, (_, index) => entry(index + 1)).reduce(
    addEntry,
    EMPTY_OUTBOX,
  );
}

const ids = (entries: readonly OutboxEntry[]) => entries.map(({ clientId }) => clientId);

describe('the outbox', () => {
  it('sends in the order of writing, whatever order the storage gave', () => {
    const outbox = [entry(3), entry(1), entry(2)].reduce(addEntry, EMPTY_OUTBOX);
    expect(ids(dueEntries(outbox))).toEqual([1, 2, 3].map(clientIdOf));
  });

  it('holds an entry once', () => {
    expect(addEntry(outboxOf(2), entry(2)).entries).toHaveLength(2);
  });

  it('does not send twice on one connection', () => {
    const sent = markSent(outboxOf(3), [clientIdOf(1), clientIdOf(2)]);
    expect(ids(dueEntries(sent))).toEqual([clientIdOf(3)]);
  });

  it('sends everything unacknowledged again on the next connection', () => {
    const sent = markSent(outboxOf(2), [clientIdOf(1), clientIdOf(2)]);
    const acknowledged = removeEntry(sent, clientIdOf(1));
    expect(dueEntries(acknowledged)).toEqual([]);
    expect(ids(dueEntries(forgetSent(acknowledged)))).toEqual([clientIdOf(2)]);
  });

  it('keeps below the burst that the server allows, and goes on as answers come', () => {
    const full = outboxOf(100);
    const first = ids(dueEntries(full));
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(60);
    const sent = markSent(full, first);
    expect(dueEntries(sent)).toEqual([]);
    expect(dueEntries(removeEntry(sent, clientIdOf(1)))).toHaveLength(1);
  });

  it('knows its own words among the chat’s events', () => {
    const rest = removeStored(outboxOf(2), [aMessage(1, 'message 1'), aMessage(9, 'of another')]);
    expect(ids(rest.entries)).toEqual([clientIdOf(2)]);
  });
});

describe('a refused entry', () => {
  const sent = markSent(outboxOf(1), [clientIdOf(1)]);

  it('keeps its text and its reason, and is not sent again by itself', () => {
    const refused = refuseEntry(sent, clientIdOf(1), {
      code: 'chat_closed',
      detail: 'It is closed',
    });
    expect(refused.entries[0]).toMatchObject({
      text: 'message 1',
      refused: { code: 'chat_closed' },
    });
    expect(dueEntries(forgetSent(refused))).toEqual([]);
  });

  it('is sent again when its author asks', () => {
    const refused = refuseEntry(sent, clientIdOf(1), { code: 'may_not', detail: '' });
    expect(ids(dueEntries(retryEntry(refused, clientIdOf(1))))).toEqual([clientIdOf(1)]);
  });

  it.each(['too_many_requests', 'unavailable', 'internal'] as const)(
    'is sent again by itself after %s',
    (code) => {
      const refused = refuseEntry(sent, clientIdOf(1), { code, detail: '' });
      expect(refused.entries[0]?.refused).toBeNull();
      expect(ids(dueEntries(refused))).toEqual([clientIdOf(1)]);
    },
  );
});
