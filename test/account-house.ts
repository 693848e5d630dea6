import {
  type AccountChange,
  changeAccount,
  createAccount,
  type NewAccount,
  readAccount,
} from '#protocol/account-administration.ts';
import type { Role } from '#protocol/accounts.ts';
import { listAudit } from '#protocol/audit.ts';
import type { Problem } from '#protocol/problems.ts';
import { newId } from '../server/platform/ids.ts';
import { makeAccount, makeCoop, makeInstitution, makeQueue } from './factories.ts';
import { type Caller, testHouse } from './house.ts';

/**
 * Northfield and Harbour answer for each other; Eastvale is a stranger to both. Northfield has a queue,
 * a pool and a room. Ada is its admin, and Olga of Eastvale owns it all; Hana is an operator of
 * Harbour, Eve one of Eastvale. For the top of a test file.
 */
export async function openAccountHouse() {
  const { house, clock, sql } = await testHouse();
  const northfield = await makeInstitution(sql, 'northfield');
  const harbour = await makeInstitution(sql, 'harbour');
  const eastvale = await makeInstitution(sql, 'eastvale');
  const coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);

  async function makeThing(table: 'pools' | 'rooms', institutionId: string | null) {
    const id = newId();
    const name = `Thing ${id}`;
    await sql
      .insertInto(table)
      .values({ id, name, institutionId, createdAt: clock.now() })
      .execute();
    return id;
  }
  const things = {
    queueId: await makeQueue(sql, { institutionId: northfield }),
    foreignQueueId: await makeQueue(sql, { institutionId: eastvale }),
    coopQueueId: await makeQueue(sql, { coopId }),
    poolId: await makeThing('pools', northfield),
    sharedPoolId: await makeThing('pools', null),
    foreignPoolId: await makeThing('pools', eastvale),
    roomId: await makeThing('rooms', northfield),
  };

  let made = 0;
  const nextName = () => {
    made += 1;
    return `person-${made}`;
  };
  const make = (role: Role, institutionId: string) =>
    makeAccount(sql, { institutionId, username: nextName(), role });
  const ada = await make('admin', northfield);
  const olga = await make('owner', eastvale);
  const asOlga = await house.staff(olga);

  return {
    house,
    sql,
    northfield,
    harbour,
    coopId,
    ...things,
    ada,
    olga,
    hana: await make('operator', harbour),
    eve: await make('operator', eastvale),
    asAda: await house.staff(ada),
    asOlga,
    /** Somebody new, straight into the database. */
    make,
    /** Somebody new of Northfield, as an admin makes them. */
    create: (body: Partial<NewAccount>, caller: Caller) => {
      const wanted = { username: nextName(), institutionId: northfield, ...body };
      const input = { params: undefined, query: undefined, body: wanted };
      return house.call(createAccount, input, caller);
    },
    change: (accountId: string, body: AccountChange, caller: Caller) =>
      house.call(changeAccount, { params: { accountId }, query: undefined, body }, caller),
    read: async (accountId: string) => {
      const input = { params: { accountId }, query: undefined, body: undefined };
      return (await house.call(readAccount, input, asOlga)).body;
    },
    /** The fields that were refused. */
    errorsOf: (answer: { body: unknown }) =>
      (answer.body as Problem).errors?.map(({ path }) => path),
    /** What the audit log says last of somebody. */
    lastEntry: async (targetId: string) => {
      const input = { params: undefined, query: { targetId, limit: 1 }, body: undefined };
      return (await house.call(listAudit, input, asOlga)).body.items[0];
    },
  };
}
