import { expect, it, vi } from 'vitest';
import { keepRunning } from './keep-running.ts';
import type { ServerProcess } from './server-process.ts';
import type { ServerExit } from './types.ts';

const log = { info: () => undefined, warn: () => undefined };
const KILLED: ServerExit = { code: null, signal: 'SIGKILL' };

it('starts a server again that ends unasked, and tells', async () => {
  const first = fakeServer(1);
  const second = fakeServer(2);
  const start = vi.fn(async () => second).mockResolvedValueOnce(first);
  const running = await keepRunning({ start, pausesMs: [0], log });
  const told: ServerExit[] = [];
  running.onExit((exit) => told.push(exit));

  first.end(KILLED);

  await expect.poll(() => running.pid()).toBe(2);
  expect(told).toEqual([KILLED]);
  await running.stop();
});

it('leaves a server alone that was asked to end', async () => {
  const start = vi.fn(async () => fakeServer(1));
  const running = await keepRunning({ start, pausesMs: [0], log });
  const told = vi.fn();
  running.onExit(told);

  await running.stop();
  await running.stop();

  expect(start).toHaveBeenCalledTimes(1);
  expect(told).not.toHaveBeenCalled();
});

it('gives up after the last attempt, with the reason of the last failure', async () => {
  const server = fakeServer(1);
  const start = vi
    .fn(async (): Promise<ServerProcess> => Promise.reject(new Error('the disk is full')))
    .mockResolvedValueOnce(server);
  const running = await keepRunning({ start, pausesMs: [0, 0, 0], log });
  const failure = new Promise<Error>((resolve) => running.onFailure(resolve));

  server.end(KILLED);

  await expect(failure).resolves.toHaveProperty('message', 'the disk is full');
  expect(start).toHaveBeenCalledTimes(4);
});

it('gives up on a server that starts and ends again and again', async () => {
  const servers: ReturnType<typeof fakeServer>[] = [];
  const start = async () => {
    const server = fakeServer(servers.length);
    servers.push(server);
    if (servers.length > 1) server.end(KILLED);
    return server;
  };
  const running = await keepRunning({ start, pausesMs: [0, 0], log });
  const failure = new Promise<Error>((resolve) => running.onFailure(resolve));

  servers[0]?.end(KILLED);

  await expect(failure).resolves.toHaveProperty('message', 'PostgreSQL ends again and again.');
  expect(servers).toHaveLength(3);
});

it('stops a server that was being started again', async () => {
  const first = fakeServer(1);
  const second = fakeServer(2);
  const starting = Promise.withResolvers<ServerProcess>();
  const start = vi.fn(() => starting.promise).mockResolvedValueOnce(first);
  const running = await keepRunning({ start, pausesMs: [0], log });
  first.end(KILLED);
  await expect.poll(() => start).toHaveBeenCalledTimes(2);

  const stopped = running.stop();
  starting.resolve(second);
  await stopped;

  await expect(second.exited).resolves.toEqual({ code: 0, signal: null });
});

function fakeServer(pid: number) {
  const { promise: exited, resolve: end } = Promise.withResolvers<ServerExit>();
  return { pid, exited, end, stop: async () => end({ code: 0, signal: null }) };
}
