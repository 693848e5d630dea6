import { afterEach, beforeEach } from 'vitest';
import { readChat } from '#protocol/chats.ts';
import type { Hours } from '#protocol/hours.ts';
import { readAvailability } from '#protocol/widgets.ts';
import { type Caller, NOBODY, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import type { SocketClient } from './socket-client.ts';

type Libraries = Awaited<ReturnType<typeof makeLibraries>>;
type Name = 'olga' | 'sadie' | 'hana' | 'eve';

/**
 * A house where chats wait, with libraries of its own for each test, since tests change what the chats
 * follow. The clock begins on Monday, 2 March 2026, at 09:00 UTC: ten o’clock in Paris. For the top of
 * a test file.
 */
export async function openWaitingHouse() {
  const { house, clock, sql } = await testHouse();
  const libraries = {} as Libraries;
  const as = {} as Record<Name, Caller>;
  let pages: SocketClient[] = [];

  beforeEach(async () => {
    Object.assign(libraries, await makeLibraries(sql));
    for (const name of ['olga', 'sadie', 'hana', 'eve'] as const)
      as[name] = await house.staff(libraries[name]);
  });
  afterEach(async () => {
    for (const page of pages) await page.close();
    pages = [];
    await house.passes(3);
    await freeNames();
  });

  /** Names and codes are taken once: those of this test make room for the next one's. */
  async function freeNames(): Promise<void> {
    for (const id of Object.values(libraries.institutions))
      await sql
        .updateTable('institutions')
        .set({ code: id.slice(-12) })
        .where('id', '=', id)
        .execute();
    await sql
      .updateTable('coops')
      .set((eb) => ({ name: eb.cast<string>('id', 'text') }))
      .execute();
    await sql
      .updateTable('accounts')
      .set((eb) => ({ username: eb.cast<string>('id', 'text') }))
      .execute();
  }

  const open = async (page: Promise<SocketClient>): Promise<SocketClient> => {
    pages.push(await page);
    return page;
  };

  return {
    house,
    clock,
    sql,
    /** Of the test that runs. */
    libraries,
    as,
    /** Pages that are closed by themselves when the test is over. */
    openDesk: (name: Name) => open(house.desk(as[name])),
    openPatron: (token: string) => open(house.patron(token)),
    reads: (chatId: string, name: Name) =>
      house.call(readChat, { params: { chatId }, query: undefined, body: undefined }, as[name]),
    /** Queues where the chat rings now. */
    ringsAt: async (chatId: string): Promise<Set<string>> => {
      const rows = await sql
        .selectFrom('offers')
        .select('queueId')
        .where('chatId', '=', chatId)
        .where('withdrawnAt', 'is', null)
        .execute();
      return new Set(rows.map(({ queueId }) => queueId));
    },
    coopsOf: (chatId: string) =>
      sql
        .selectFrom('coopChats')
        .select(['coopId', 'through'])
        .where('chatId', '=', chatId)
        .execute(),
    stateOf: (chatId: string) =>
      sql
        .selectFrom('chats')
        .select(['state', 'ownerId', 'formOffered', 'closeReason'])
        .where('id', '=', chatId)
        .executeTakeFirstOrThrow(),
    /** What the library's page is told. */
    availability: async () => {
      const input = { params: { widgetId: libraries.widgetId }, query: undefined, body: undefined };
      house.parts.bus.publish('operator', { accountId: libraries.sadie });
      return (await house.call(readAvailability, input, NOBODY)).body;
    },
    /** When the co-op answers for Northfield. */
    cover: (coverage: Hours) =>
      sql
        .updateTable('coopInstitutions')
        .set({ coverage: JSON.stringify(coverage) })
        .where('coopId', '=', libraries.coopId)
        .where('institutionId', '=', libraries.institutions.northfield)
        .execute(),
    /** The time of day, in UTC, so many minutes from now. */
    minutesAhead: (minutes: number): string =>
      new Date(clock.now().getTime() + minutes * 60_000).toISOString().slice(11, 16),
    /** In steps of five seconds: often enough for the leases of the pages that are open. */
    minutesPass: async (minutes: number): Promise<void> => {
      for (let step = 0; step < minutes * 12; step += 1) {
        clock.advance(4);
        await house.passes(1);
      }
    },
    passesUntil: async (time: string): Promise<void> => {
      while (clock.now().toISOString().slice(11, 16) < time) await house.passes(1);
    },
  };
}
