import type { Role } from '#protocol/accounts.ts';
import type { Level } from '#protocol/levels.ts';
import type { Queries } from '../server/platform/database/index.ts';
import {
  assign,
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
  makeWidget,
} from './factories.ts';

export type Person = keyof Awaited<ReturnType<typeof makeFourLibraries>>['people'];

/**
 * Northfield, Harbour and Eastvale answer for each other in a co-op; Northfield, Harbour and Southport in
 * another. Each has a desk and a page, Northfield a second desk.
 */
export async function makeFourLibraries(sql: Queries) {
  const institutions = await map(['northfield', 'harbour', 'eastvale', 'southport'], (code) =>
    makeInstitution(sql, code),
  );
  const { northfield, harbour, eastvale, southport } = institutions;
  const coop = await makeCoop(sql, 'Night Owls', [northfield, harbour, eastvale]);
  const otherCoop = await makeCoop(sql, 'Larks', [harbour, southport, northfield]);
  const queues = await map(['northfield', 'harbour', 'eastvale', 'southport'], (code) =>
    makeQueue(sql, { institutionId: institutions[code] }),
  );
  const lawQueue = await makeQueue(sql, { institutionId: northfield });
  const coopQueue = await makeQueue(sql, { coopId: coop });
  const otherCoopQueue = await makeQueue(sql, { coopId: otherCoop });
  const widgets = await map(['northfield', 'harbour', 'eastvale', 'southport'], (code) =>
    makeWidget(sql, {
      institutionId: institutions[code],
      chain: [{ queueId: queues[code], waitSeconds: 20 }],
    }),
  );

  type Library = keyof typeof institutions;

  const person = async (
    username: string,
    library: Library,
    role: Role,
    level: Level | null,
  ): Promise<string> => {
    const accountId = await makeAccount(sql, {
      institutionId: institutions[library],
      username,
      role,
    });
    if (level) await makeMember(sql, { coopId: coop, accountId, level, optedInto: [] });
    return accountId;
  };

  const people = {
    sadie: await person('sadie', 'northfield', 'operator', 'regular'),
    omar: await person('omar', 'northfield', 'operator', null),
    ada: await person('ada', 'northfield', 'admin', 'institutionAdmin'),
    hana: await person('hana', 'harbour', 'operator', 'regular'),
    hugo: await person('hugo', 'harbour', 'operator', 'institutionAdmin'),
    muted: await person('muted', 'harbour', 'operator', 'coopAdmin'),
    eve: await person('eve', 'eastvale', 'admin', 'coopAdmin'),
    sam: await person('sam', 'southport', 'admin', null),
    // Answered while she worked at Harbour, and works at Eastvale now, without a level.
    mara: await person('mara', 'eastvale', 'operator', null),
    // Once a member; her account was deleted since.
    rosa: await person('rosa', 'harbour', 'operator', null),
    olga: await person('olga', 'southport', 'owner', null),
  };

  await assign(sql, { queueId: queues.northfield, accountId: people.sadie, optedIn: true });
  await assign(sql, { queueId: lawQueue, accountId: people.omar, optedIn: true });
  await assign(sql, { queueId: queues.southport, accountId: people.omar, optedIn: true });
  await makeMember(sql, {
    coopId: otherCoop,
    accountId: people.sam,
    level: 'coopAdmin',
    optedInto: [],
  });
  await sql
    .updateTable('accounts')
    .set({ chatAccess: false })
    .where('id', '=', people.muted)
    .execute();

  return {
    institutions,
    coop,
    otherCoop,
    queues,
    lawQueue,
    coopQueue,
    otherCoopQueue,
    widgets,
    people,
  };
}

async function map<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Promise<Value>,
): Promise<Record<Key, Value>> {
  const entries: [Key, Value][] = [];
  for (const key of keys) entries.push([key, await make(key)]);
  return Object.fromEntries(entries) as Record<Key, Value>;
}
