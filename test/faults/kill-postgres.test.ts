import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { holdChat, postgresLog, postgresPid } from './tools/embedded-postgres.ts';
import { call } from './tools/people.ts';
import { openReferenceDesk, type Talk } from './tools/reference-desk.ts';
import { temporaryHome } from './tools/temporary-home.ts';

const home = temporaryHome();
const desk = await openReferenceDesk({ dataFolder: path.join(home, 'data') }, 3);
const { dataFolder, connection, talks, operator } = desk;
const [talk] = talks as [Talk, ...Talk[]];
afterAll(() => desk.leave());

describe('kill -9 of PostgreSQL', () => {
  it('is told as "unavailable" to whom it concerns, and what is sent again is stored once', async () => {
    const { patron, chatId } = talk;
    const carrel = desk.carrel.pid;
    await stopPostgresMidCommit(chatId, () => process.kill(postgresPid(dataFolder), 'SIGKILL'));

    await patron.until('the patron is told', () => patron.refusals.includes('unavailable'));
    await desk.isQuiet();
    await desk.holdsTogether();
    expect(desk.carrel.pid).toBe(carrel);
    expect(patron.closeCodes).toEqual([]);
  });

  it('of one of its connections does not end Carrel either', async () => {
    const server = postgresPid(dataFolder);
    await stopPostgresMidCommit(talk.chatId, (backend) => process.kill(backend, 'SIGKILL'));

    await desk.isQuiet();
    await desk.holdsTogether();
    expect(postgresPid(dataFolder)).toBe(server);
  });

  it('shows in the readiness, and Carrel is ready again by itself', async () => {
    const seen = new Set<number>();
    for (const { patron, chatId } of talks) {
      for (let n = 0; n < 30; n += 1) patron.say(chatId, `Under load ${n}`);
      for (let n = 0; n < 5; n += 1) operator.say(chatId, `Under load too ${n}`);
    }

    process.kill(postgresPid(dataFolder), 'SIGKILL');

    await vi.waitFor(
      async () => {
        seen.add(await readiness());
        expect(seen).toEqual(new Set([503, 200]));
        expect(await readiness()).toBe(200);
      },
      { timeout: 30_000, interval: 1 },
    );
    await desk.isQuiet();
    await desk.holdsTogether();
    expect((await fetch(`${desk.carrel.origin}/health/live`)).status).toBe(200);
  });

  it('is answered to requests as "unavailable", not as a fault of Carrel', async () => {
    const answers: Response[] = [];
    const read = async () => {
      const headers = { authorization: `Bearer ${talk.token}` };
      const answer = await call(desk.carrel, 'GET', `/chats/${talk.chatId}`, headers);
      answers.push(answer);
      return answer.status;
    };

    process.kill(postgresPid(dataFolder), 'SIGKILL');

    await vi.waitFor(async () => expect(await read()).not.toBe(200), {
      timeout: 10_000,
      interval: 1,
    });
    await vi.waitFor(async () => expect(await read()).toBe(200), { timeout: 30_000 });
    const failed = answers.filter(({ status }) => status !== 200);
    const codes = await Promise.all(failed.map(async (answer) => (await answer.json()).code));
    expect(new Set(codes)).toEqual(new Set(['unavailable']));
    expect(failed[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
    await desk.isQuiet();
  });

  it('and of Carrel at once loses nothing either', async () => {
    const log = postgresLog(dataFolder).length;
    for (const { patron, chatId } of talks) {
      for (let n = 0; n < 30; n += 1) patron.say(chatId, `Before the power cut ${n}`);
    }
    await talk.patron.until('one is stored', () => talk.patron.unsettled() < 30);

    process.kill(postgresPid(dataFolder), 'SIGKILL');
    desk.carrel.kill('SIGKILL');
    await desk.carrel.exited;
    await desk.startAgain();

    await desk.isQuiet();
    await desk.holdsTogether();
    expect(postgresLog(dataFolder).slice(log)).toContain('automatic recovery in progress');
  });

  async function readiness(): Promise<number> {
    return (await fetch(`${desk.carrel.origin}/health/ready`)).status;
  }
});

/** Lets a patron say something, and kills while PostgreSQL is about to store it. */
async function stopPostgresMidCommit(
  chatId: string,
  kill: (backend: number) => void,
): Promise<void> {
  const held = await holdChat(connection, chatId);
  talk.patron.say(chatId, `On its way ${crypto.randomUUID()}`);
  const backend = await vi.waitFor(async () => {
    const [waiting] = await held.waiting();
    if (waiting === undefined) throw new Error('The message has not reached PostgreSQL');
    return waiting;
  });
  kill(backend);
}
