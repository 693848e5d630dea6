import type { CoopAccount } from '#protocol/coop-accounts.ts';
import type { Level } from '#protocol/levels.ts';
import { addsWithin, giveLevels, holdCoop, mayGiveLevel, type Standing } from '../coops/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { type FieldError, type ProblemError, problem } from '../platform/problem.ts';
import { presentMember } from './coop-account.ts';
import { mayNotGive, refuseUnlessManager } from './refusals.ts';
import { holdWanted, type WantedAccount } from './store.ts';

/**
 * Adds accounts to a co-op, all at one level: all or nothing.
 *
 * @throws not_found where the co-op is not there for the actor; may_not for a Regular, for a level above
 *   the actor's own, and to an Institution Admin for an account of elsewhere or of nobody; breaks_rule
 *   for one that is not of the co-op's institutions; conflict for one that is in the co-op already
 */
export async function addAccounts(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  coopId: string,
  { accountIds, level }: { readonly accountIds: readonly string[]; readonly level: Level },
): Promise<CoopAccount[]> {
  const at = clock.now();
  const wanted = [...new Set(accountIds)];
  const added = await database.sql.transaction().execute(async (sql) => {
    const { coop, standing } = await holdCoop(sql, actor, coopId);
    refuseUnlessManager(standing);
    if (!mayGiveLevel(standing, level)) throw mayNotGive();
    const found = await holdWanted(sql, coopId, wanted);
    const accounts = judge(standing, accountIds, found);

    const membership = { coopId, coopName: coop.name, level };
    await giveLevels(
      sql,
      accounts.map((account) => ({ ...account, ...membership })),
      { actor, at },
    );
    return accounts.map(({ isOfCoop: _, isMember: __, ...account }) =>
      presentMember(standing, { ...account, level }),
    );
  });
  for (const { accountId } of added) bus.publish('operator', { accountId });
  return added;
}

/** Each once, in the order that they were named in; the first reason that holds for any refuses all. */
function judge(
  standing: Standing,
  accountIds: readonly string[],
  found: ReadonlyMap<string, WantedAccount>,
): WantedAccount[] {
  const within = addsWithin(standing);
  const isForeign = (account: WantedAccount | undefined) => account?.institutionId !== within;
  if (within !== null && accountIds.some((id) => isForeign(found.get(id))))
    throw problem('may_not', 'You add accounts of your own institution alone.');

  const outside = pathsOf(accountIds, (id) => !found.get(id)?.isOfCoop);
  if (outside.length > 0)
    throw refusal('breaks_rule', 'must be an account of one of the co-op’s institutions', outside);
  const present = pathsOf(accountIds, (id) => found.get(id)?.isMember ?? false);
  if (present.length > 0) throw refusal('conflict', 'is in the co-op already', present);
  return [...new Set(accountIds)].flatMap((id) => found.get(id) ?? []);
}

/** Errors told at most. */
const MOST_ERRORS = 20;

function pathsOf(accountIds: readonly string[], isAtFault: (id: string) => boolean): string[] {
  const paths = accountIds.flatMap((id, n) => (isAtFault(id) ? [`accountIds.${n}`] : []));
  return paths.slice(0, MOST_ERRORS);
}

function refusal(
  code: 'breaks_rule' | 'conflict',
  message: string,
  paths: readonly string[],
): ProblemError {
  const errors = paths.map((path): FieldError => ({ path, message }));
  return problem(code, errors.map(({ path }) => `${path} ${message}.`).join(' '), errors);
}
