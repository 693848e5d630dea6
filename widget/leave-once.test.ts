import { describe, expect, test } from 'vitest';
import type { Result } from './api.ts';
import { plainStorage } from './fake-storage.ts';
import { leaveOnce } from './leave-once.ts';
import { openShelf } from './shelf.ts';

/** Leaves each question in turn on one browser; tells under which ids. */
async function leave(questions: readonly string[], answers: readonly Result<null>[]) {
  const storage = plainStorage();
  const ids: string[] = [];
  for (const [index, question] of questions.entries()) {
    await leaveOnce(openShelf('carrel:w:', storage), { question }, async ({ clientId }) => {
      ids.push(clientId);
      return answers[index] ?? OK;
    });
  }
  return ids;
}

const OK: Result<null> = { ok: true, body: null };
const UNREACHABLE: Result<null> = { ok: false, code: 'unreachable' };

describe('a question left for later', () => {
  test('tried again with the same words has the same id, also after a reload', async () => {
    const [first, second] = await leave(['Why?', 'Why?'], [UNREACHABLE, OK]);
    expect(second).toBe(first);
  });

  test('with changed words is another', async () => {
    const [first, second] = await leave(['Why?', 'Why not?'], [UNREACHABLE, OK]);
    expect(second).not.toBe(first);
  });

  test('asked once more after it was taken is another', async () => {
    const [first, second] = await leave(['Why?', 'Why?'], [OK, OK]);
    expect(second).not.toBe(first);
  });
});
