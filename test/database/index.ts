import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import type { TestServer } from './template.ts';
import { cloneTemplate, dropDatabase } from './template.ts';

export type { TestServer } from './template.ts';

/**
 * A migrated, empty database of the calling test file's own, dropped after its last test.
 *
 * Call it at the top of a `*.db.test.ts` file, not in a hook: `const connection = await testDatabase();`
 *
 * @returns what `pg` and `openDatabase` connect with
 */
export async function testDatabase(): Promise<TestServer> {
  const server = inject('testServer');
  const database = `test_${randomBytes(8).toString('hex')}`;
  afterAll(() => dropDatabase(server, database));
  await cloneTemplate(server, database);
  return { ...server, database };
}
