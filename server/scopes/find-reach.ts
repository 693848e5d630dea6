import type { LevelAct } from '#protocol/levels.ts';
import type { Scope } from '#protocol/scopes.ts';
import { coopReach } from '../coops/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import type { Reach } from './reach.ts';
import { findOperatorsSee, listHeldLevels } from './store.ts';

type Act = Extract<LevelAct, 'read_transcripts' | 'read_statistics' | 'read_feedback'>;

/**
 * What the caller finds in a scope: of an institution by their role at home, of a co-op by their level.
 *
 * @throws not_found where the scope is not there for the caller, whether or not there is one
 */
export async function findReach(
  sql: Queries,
  actor: StaffActor,
  scope: Scope,
  act: Act,
): Promise<Reach> {
  const reach = await lookUp(sql, actor, scope, act);
  if (!reach) throw problem('not_found', 'There is nothing of this name for you.');
  return reach;
}

function lookUp(
  sql: Queries,
  actor: StaffActor,
  scope: Scope,
  act: Act,
): Promise<Reach | undefined> {
  switch (scope.kind) {
    case 'institution':
      return homeReach(sql, actor, scope.id);
    case 'coop':
      return reachInCoop(sql, actor, scope.id, act);
    case 'mine':
      return ownReach(sql, actor);
  }
}

/** Undefined: another's institution, or none. */
async function homeReach(
  sql: Queries,
  { accountId, institutionId: own, role }: StaffActor,
  institutionId: string,
): Promise<Reach | undefined> {
  if (role !== 'owner' && institutionId !== own) return undefined;
  const operatorsSee = await findOperatorsSee(sql, institutionId);
  if (!operatorsSee) return undefined;
  if (role !== 'operator') return { kind: 'home', institutionId };
  return { kind: operatorsSee === 'queues' ? 'homeQueues' : 'homeOwn', institutionId, accountId };
}

async function reachInCoop(
  sql: Queries,
  actor: StaffActor,
  coopId: string,
  act: Act,
): Promise<Reach | undefined> {
  const reach = await coopReach(sql, actor, coopId, act);
  switch (reach?.kind) {
    case undefined:
      return undefined;
    case 'all':
      return { kind: 'coop', coopId };
    case 'institution':
      return { kind: 'coopInstitution', coopId, institutionId: reach.institutionId };
    case 'own':
      return { kind: 'coopOwn', coopId, accountId: reach.accountId };
  }
}

async function ownReach(
  sql: Queries,
  { accountId, institutionId, role }: StaffActor,
): Promise<Reach> {
  const levels = role === 'owner' ? null : await listHeldLevels(sql, accountId);
  const coopIds = levels?.map(({ coopId }) => coopId) ?? null;
  return { kind: 'mine', accountId, institutionId, coopIds };
}

/** Every way in which the caller may come to a transcript that they name by its id. */
export async function allReaches(sql: Queries, actor: StaffActor): Promise<Reach[]> {
  if (actor.role === 'owner') return [{ kind: 'everything' }];
  const levels = await listHeldLevels(sql, actor.accountId);
  const found = await Promise.all([
    homeReach(sql, actor, actor.institutionId),
    ownReach(sql, actor),
    ...levels.map(({ coopId }) => reachInCoop(sql, actor, coopId, 'read_transcripts')),
  ]);
  return found.filter((reach) => reach !== undefined);
}
