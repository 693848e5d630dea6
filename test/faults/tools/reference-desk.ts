import { expect } from 'vitest';
import { type CarrelOptions, type CarrelProcess, startCarrel } from './carrel-process.ts';
import { ask } from './embedded-postgres.ts';
import type { LiveClient } from './live-client.ts';
import { askNorthfield, claim, deskTab, patronTab, type SignedIn, signIn } from './people.ts';
import { textsIn } from './stream.ts';

export interface Talk {
  readonly chatId: string;
  readonly token: string;
  readonly patron: LiveClient;
}

/** A Carrel with one operator at the desk who has some chats, each with its patron. */
export interface ReferenceDesk {
  carrel: CarrelProcess;
  readonly dataFolder: string;
  readonly sadie: SignedIn;
  readonly operator: LiveClient;
  readonly talks: readonly Talk[];
  /** Starts Carrel again where it was; the tabs find it by themselves. */
  startAgain(): Promise<void>;
  /** All tabs are connected, and nothing that was said is unsettled. */
  isQuiet(): Promise<void>;
  /** All that was said is stored, each once, numbered without a gap, and both sides read the same. */
  holdsTogether(): Promise<void>;
  leave(): void;
}

export async function openReferenceDesk(
  options: CarrelOptions,
  chats: number,
): Promise<ReferenceDesk> {
  const { dataFolder } = options;
  let carrel = await startCarrel(options);
  const sadie = await signIn(carrel, 'northfield-sadie-p');
  const port = () => carrel.port;
  const opened = await Promise.all(
    Array.from({ length: chats }, (_, n) => askNorthfield(carrel, `Question ${n}`)),
  );
  for (const { chatId } of opened) expect(await claim(carrel, sadie, chatId)).toBe(200);
  const operator = deskTab(
    { port, origin: carrel.origin },
    sadie,
    opened.map(({ chatId }) => chatId),
  );
  const talks = opened.map((chat) => ({ ...chat, patron: patronTab(port, chat) }));
  const tabs = [operator, ...talks.map(({ patron }) => patron)];

  const isQuiet = async () => {
    for (const tab of tabs) {
      await tab.until('the tab is connected', tab.isLive);
      await tab.settled();
    }
  };
  await isQuiet();

  return {
    get carrel() {
      return carrel;
    },
    dataFolder,
    sadie,
    operator,
    talks,
    async startAgain() {
      carrel = await startCarrel({ ...options, port: carrel.port });
    },
    isQuiet,
    async holdsTogether() {
      for (const talk of talks) await talkHoldsTogether(dataFolder, operator, talk);
    },
    leave() {
      for (const tab of tabs) tab.stop();
    },
  };
}

interface StoredMessage {
  readonly seq: number;
  readonly patron_seq: number | null;
  readonly client_id: string | null;
  readonly text: string | null;
}

async function talkHoldsTogether(
  dataFolder: string,
  operator: LiveClient,
  { chatId, patron }: Talk,
): Promise<void> {
  const stored = await ask<StoredMessage>(
    dataFolder,
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
