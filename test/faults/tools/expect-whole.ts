import type pg from 'pg';
import { expect } from 'vitest';
import { ask } from './embedded-postgres.ts';
import type { LiveClient } from './live-client.ts';
import { textsIn } from './stream.ts';

interface StoredEvent {
  readonly seq: number;
  readonly patron_seq: number | null;
  readonly client_id: string | null;
  readonly text: string | null;
}

/** All that was said in a chat is stored, each once, numbered without a gap, and both sides read the same. */
export async function expectWhole(
  connection: pg.ClientConfig,
  { chatId, patron, operator }: { chatId: string; patron: LiveClient; operator: LiveClient },
): Promise<void> {
  const stored = await ask<StoredEvent>(
    connection,
    'select seq, patron_seq, client_id, text from chat_events where chat_id = $1 order by seq',
    [chatId],
  );
  const told = stored.filter(({ patron_seq }) => patron_seq !== null);
  expect(stored.map(({ seq }) => seq)).toEqual(upTo(stored.length));
  expect(told.map(({ patron_seq }) => patron_seq)).toEqual(upTo(told.length));

  await patron.until('the patron has all', () => patron.stream(chatId).last() === told.length);
  await operator.until(
    'the operator has all',
    () => operator.stream(chatId).last() === stored.length,
  );
  const texts = stored.flatMap(({ text }) => (text === null ? [] : [text]));
  expect(textsIn(patron.stream(chatId))).toEqual(texts);
  expect(textsIn(operator.stream(chatId))).toEqual(texts);

  const ids = stored.map(({ client_id }) => client_id);
  for (const said of [...patron.said, ...operator.said]) {
    if (said.chatId !== chatId) continue;
    expect(ids.filter((id) => id === said.clientId)).toEqual([said.clientId]);
  }
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
