import { expect } from 'vitest';
import type { ImportReport } from '#protocol/account-files.ts';
import { routeAccountFiles } from '../server/account-files/index.ts';
import { routeQueues } from '../server/queues/index.ts';
import { makeAccount, makeQueue } from './factories.ts';
import { type StaffHeaders, testFeatureApp, testParts } from './feature-app.ts';
import { makeNeighbours } from './neighbours.ts';

type Name = 'sadie' | 'ada' | 'olga' | 'joe';

/**
 * Neighbours, each with a queue; a pool that all have, and an account of Northfield's, `gone`, that was
 * deleted. For the top of a test file.
 */
export async function openAccountFiles() {
  const parts = await testParts();
  const { sql } = parts.database;
  const app = testFeatureApp(parts);
  routeAccountFiles(app, parts);
  routeQueues(app, parts);

  const { northfield, harbour, sadie, ada, olga, joe } = await makeNeighbours(parts);
  const as: Record<Name, StaffHeaders> = {
    sadie: sadie.headers,
    ada: ada.headers,
    olga: olga.headers,
    joe: joe.headers,
  };
  await makeAccount(sql, { username: 'gone', institutionId: northfield, role: 'operator' });
  await sql
    .updateTable('accounts')
    .set({ deletedAt: new Date() })
    .where('username', '=', 'gone')
    .execute();
  const queueName = `Reference ${await makeQueue(sql, { institutionId: northfield })}`;
  const foreignQueueName = `Reference ${await makeQueue(sql, { institutionId: harbour })}`;
  await sql
    .insertInto('pools')
    .values({
      id: '01900000-0000-7000-8000-00000000000a',
      name: 'Shared | all',
      institutionId: null,
      createdAt: new Date(),
    })
    .execute();

  function send(who: Name, file: string | Buffer, query = '', type = 'text/csv') {
    return app.inject({
      method: 'POST',
      url: `/api/v1/accounts/import${query}`,
      headers: { ...as[who], 'content-type': type },
      payload: file,
    });
  }
  const countAccounts = async () =>
    (await sql.selectFrom('accounts').select('id').execute()).length;

  let names = 0;

  return {
    parts,
    sql,
    app,
    northfield,
    harbour,
    as,
    queueName,
    foreignQueueName,
    /** A username that nobody has. */
    newName: () => {
      names += 1;
      return `northfield-new-${names}`;
    },
    send,
    countAccounts,
    find: (username: string) =>
      sql.selectFrom('accounts').selectAll().where('username', '=', username).executeTakeFirst(),
    /** Asserts that a file is taken, whatever becomes of its rows, and answers what it is told. */
    reports: async (who: Name, file: string | Buffer, query = '') => {
      const answer = await send(who, file, query);
      expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
      const { rows, ...sums } = answer.json<ImportReport>();
      return {
        ...sums,
        rows: rows.map((row) => ({ ...row, notes: row.notes.map(({ text }) => text) })),
      };
    },
    /** Asserts that a file is refused as a whole, and answers the sentence. */
    refuses: async (file: string | Buffer, status = 422): Promise<string> => {
      const before = await countAccounts();
      const answer = await send('ada', file);
      expect(answer.statusCode).toBe(status);
      expect(await countAccounts()).toBe(before);
      return answer.json().detail;
    },
    exports: async (who: Name, query = '') =>
      app.inject({ url: `/api/v1/accounts/export${query}`, headers: { ...as[who] } }),
  };
}
