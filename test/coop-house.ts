import { removeCoopAccount } from '#protocol/coop-accounts.ts';
import { readCoop } from '#protocol/coops.ts';
import type { Level } from '#protocol/levels.ts';
import { makeAccount, makeMember } from './factories.ts';
import { type Caller, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import type { SocketClient } from './socket-client.ts';

/**
 * The co-op of Northfield and Harbour, as its owner and its members change it: Olga, a Co-Op Admin of
 * Harbour and an Institution Admin of Northfield. For the top of a test file.
 */
export async function openCoopHouse() {
  const { house, clock, sql } = await testHouse();
  const libraries = await makeLibraries(sql);
  const { northfield } = libraries.institutions;
  const { coopId } = libraries;

  let people = 0;
  async function person(institutionId = northfield): Promise<string> {
    people += 1;
    const username = `person-${String(people).padStart(3, '0')}`;
    return makeAccount(sql, { institutionId, username, role: 'operator' });
  }
  async function member(level: Level, institutionId = northfield): Promise<string> {
    const accountId = await person(institutionId);
    await makeMember(sql, { coopId, accountId, level, optedInto: [] });
    return accountId;
  }

  return {
    house,
    clock,
    sql,
    libraries,
    coopId,
    olga: await house.staff(libraries.olga),
    /** Somebody new without a level. */
    person,
    /** Somebody new with one. */
    member,
    reads: (caller: Caller, id = coopId) =>
      house.call(readCoop, { params: { coopId: id } } as never, caller),
    removes: (accountId: string, caller: Caller) =>
      house.call(removeCoopAccount, { params: { coopId, accountId } } as never, caller),
    levelOf: async (accountId: string): Promise<Level | undefined> => {
      const row = await sql
        .selectFrom('coopMemberships')
        .select('level')
        .where('coopId', '=', coopId)
        .where('accountId', '=', accountId)
        .executeTakeFirst();
      return row?.level;
    },
    /** What the audit log says of somebody or something, oldest first. */
    entriesOf: (targetId: string) =>
      sql
        .selectFrom('audit')
        .select(['action', 'institutionId', 'before', 'after'])
        .where('targetId', '=', targetId)
        .orderBy('id')
        .execute(),
    /** Resolves once the desk has no queue any more. */
    isEmptied: (desk: SocketClient) =>
      desk.until((frame) =>
        frame.t === 'desk' && frame.desk.queues.length === 0 ? frame : undefined,
      ),
  };
}
