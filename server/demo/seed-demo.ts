import { hashPassword } from '../accounts/index.ts';
import { insertPool } from '../canned/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import type { Ciphers } from '../platform/secrets.ts';
import { StartError } from '../platform/start-error.ts';
import { insertQueue } from '../queues/index.ts';
import { insertRoom } from '../rooms/index.ts';
import { lockInstallation, saveSetUp } from '../setup/index.ts';
import { SHARED_MESSAGES } from './canned-messages.ts';
import { type DemoCoop, insertLibrary } from './insert-library.ts';
import { insertOwner } from './insert-person.ts';
import {
  CONSORTIUM_NAME,
  COOP_NAME,
  DEMO_PASSWORD,
  LIBRARIES,
  SPANISH_QUEUE_NAME,
} from './libraries.ts';
import { insertPolicies } from './policies/insert-policies.ts';
import { insertCoop, listInstitutionIds } from './store.ts';

/**
 * Fills an empty database with three libraries that answer together, all or nothing. Answers false
 * when they are there already.
 *
 * @throws StartError when the database holds other libraries
 */
export function seedDemo({
  database,
  clock,
  ciphers,
}: Parts & { readonly ciphers: Ciphers }): Promise<boolean> {
  return database.sql.transaction().execute(async (sql) => {
    // Of two that start at once, the second finds what the first has made.
    await lockInstallation(sql);
    const present = await listInstitutionIds(sql);
    if (LIBRARIES.some(({ institutionId }) => present.includes(institutionId))) return false;
    if (present.length > 0) {
      throw new StartError(
        'The demonstration needs an empty database, and this one has a library in it: start without --demo, or with another CARREL_DATA.',
      );
    }
    const createdAt = clock.now();
    await insertDemo(sql, await hashPassword(DEMO_PASSWORD), createdAt);
    await insertPolicies(sql, ciphers, createdAt);
    return true;
  });
}

async function insertDemo(sql: Queries, passwordHash: string, createdAt: Date): Promise<void> {
  await saveSetUp(sql, { consortiumName: CONSORTIUM_NAME, setUpAt: createdAt });
  const coop: DemoCoop = { id: newId(), queueId: newId(), spanishQueueId: newId() };
  await insertCoop(sql, { id: coop.id, name: COOP_NAME, createdAt });
  for (const [id, name] of [
    [coop.queueId, COOP_NAME],
    [coop.spanishQueueId, SPANISH_QUEUE_NAME],
  ] as const) {
    await insertQueue(sql, {
      id,
      name,
      kind: 'chat',
      institutionId: null,
      coopId: coop.id,
      createdAt,
    });
  }

  const staffIds: string[] = [];
  for (const library of LIBRARIES) {
    staffIds.push(...(await insertLibrary(sql, library, coop, { passwordHash, createdAt })));
  }
  staffIds.push(await insertOwner(sql, { passwordHash, createdAt }));

  await insertPool(sql, {
    name: COOP_NAME,
    institutionId: null,
    messages: SHARED_MESSAGES,
    memberIds: staffIds,
    createdAt,
  });
  await insertRoom(sql, {
    name: 'Back office',
    institutionId: null,
    memberIds: staffIds,
    createdAt,
  });
}
