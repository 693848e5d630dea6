import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, it, vi } from 'vitest';
import type { ChatEvent } from '../../protocol/events.ts';
import { testDatabase } from '../database/index.ts';
import { startCarrel } from './tools/carrel-process.ts';
import { urlOf } from './tools/database-url.ts';
import { askNorthfield, call, claim, deskTab, type PatronChat, signIn } from './tools/people.ts';
import { temporaryHome } from './tools/temporary-home.ts';

/** The machine's clock can't be set by a test; what PostgreSQL tells of it can. */
const home = temporaryHome();
const connection = await testDatabase();
const database = new pg.Client(connection);
await database.connect();
await database.query(`
  create table clock_shift as select interval '0' as by;
  create function public.clock_timestamp() returns timestamptz language sql volatile
    as 'select pg_catalog.clock_timestamp() + by from public.clock_shift';
`);
// Named after public, the system's own functions yield to those in it.
await database.query(`alter database ${connection.database} set search_path = public, pg_catalog`);
const options = {
  dataFolder: path.join(home, 'data'),
  env: { DATABASE_URL: urlOf(connection) },
};
let carrel = await startCarrel(options);
const sadie = await signIn(carrel, 'northfield-sadie-p');
const chat = await askNorthfield(carrel, 'What time is it?');
await claim(carrel, sadie, chat.chatId);
const port = () => carrel.port;
const operator = deskTab({ port, origin: carrel.origin }, sadie, [chat.chatId]);
await operator.until('the operator is there', operator.isLive);
afterAll(async () => {
  operator.stop();
  carrel.kill('SIGTERM');
  await carrel.exited;
  await database.end();
});

it.each(['1 hour', '-1 hour'])(
  'a jump of the clock by %s takes no chat from its operator',
  async (by) => {
    await database.query('update clock_shift set by = by + $1::interval', [by]);

    await timeIsKept();

    expect(await ownersOf(chat)).toEqual(['claimed']);
  },
);

it('a clock that jumped while Carrel was away is met with patience: who comes back keeps the chat', async () => {
  operator.stop();
  carrel.kill('SIGKILL');
  await carrel.exited;
  await database.query("update clock_shift set by = by + interval '1 hour'");
  carrel = await startCarrel({ ...options, port: carrel.port });
  expect(await told()).toBe('1 hour');

  // Its tab has not found Carrel yet.
  await timeIsKept();
  const back = deskTab({ port, origin: carrel.origin }, sadie, [chat.chatId]);
  await back.until('the operator is back', () => back.stream(chat.chatId).last() >= 3);

  expect(await ownersOf(chat)).toEqual(['claimed']);
  back.stop();
});

/** A chat that waits past its time is offered the form: by then all else that time brings was looked at too. */
async function timeIsKept(): Promise<void> {
  const late = await askNorthfield(carrel, 'Does nobody come?');
  await database.query(
    "update chats set form_offer_at = 'epoch', form_offered = false where id = $1",
    [late.chatId],
  );
  const formsBefore = (await kindsOf(late)).filter((kind) => kind === 'form_offered').length;
  await vi.waitFor(
    async () => {
      const forms = (await kindsOf(late)).filter((kind) => kind === 'form_offered');
      expect(forms.length).toBeGreaterThan(formsBefore);
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** How the chat came to operators and left them. */
async function ownersOf(which: PatronChat): Promise<string[]> {
  return (await kindsOf(which)).filter((kind) => kind === 'claimed' || kind === 'returned');
}

async function kindsOf({ chatId, token }: PatronChat): Promise<string[]> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await call(carrel, 'GET', `/chats/${chatId}/events`, headers);
  const { events } = (await answer.json()) as { events: ChatEvent[] };
  return events.map(({ kind }) => kind);
}

/** How far Carrel's clock stands from the machine's, in whole hours. */
async function told(): Promise<string> {
  const headers = { cookie: sadie.cookie, origin: carrel.origin };
  const answer = await call(
    carrel,
    'GET',
    `/chats/${(await askNorthfield(carrel, 'And now?')).chatId}`,
    headers,
  );
  const { openedAt } = (await answer.json()) as { openedAt: string };
  return `${Math.round((Date.parse(openedAt) - Date.now()) / 3_600_000)} hour`;
}
