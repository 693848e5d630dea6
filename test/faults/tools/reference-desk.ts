import type pg from 'pg';
import { expect } from 'vitest';
import { type CarrelOptions, type CarrelProcess, startCarrel } from './carrel-process.ts';
import { connectionOf } from './embedded-postgres.ts';
import { expectWhole } from './expect-whole.ts';
import type { LiveClient } from './live-client.ts';
import { askNorthfield, claim, deskTab, patronTab, type SignedIn, signIn } from './people.ts';

export interface Talk {
  readonly chatId: string;
  readonly token: string;
  readonly patron: LiveClient;
}

/** A Carrel with one operator at the desk who has some chats, each with its patron. */
export interface ReferenceDesk {
  carrel: CarrelProcess;
  readonly dataFolder: string;
  /** To its PostgreSQL, past Carrel. */
  readonly connection: pg.ClientConfig;
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
  const connection = connectionOf(dataFolder);
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
    connection,
    sadie,
    operator,
    talks,
    async startAgain() {
      carrel = await startCarrel({ ...options, port: carrel.port });
    },
    isQuiet,
    async holdsTogether() {
      for (const talk of talks) await expectWhole(connection, { ...talk, operator });
    },
    leave() {
      for (const tab of tabs) tab.stop();
    },
  };
}
