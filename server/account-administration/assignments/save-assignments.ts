import type { Acting } from '../../accounts/index.ts';
import type { Queries } from '../../platform/database/index.ts';
import { type FieldError, problem } from '../../platform/problem.ts';
import { addedTo, KINDS, type Kind, type Reassignment } from './assignments.ts';
import { findThings, saveDifferences, type Thing } from './store.ts';

/** To each account id, what to tell of it in the audit log: names, as people know the things. */
export type Told = Readonly<Record<'queues' | 'pools' | 'rooms', readonly string[]>>;
export type ToldOf = (ids: Reassignment['before']) => Told;

/**
 * Saves assignments of several accounts. What is added has to be the account's institution's own, or
 * the consortium's; the owner may add anything. What was there already may stay.
 *
 * @param pathOf the field of the request that an id came from
 * @throws breaks_rule naming each field that names something else
 */
export async function saveAssignments(
  sql: Queries,
  actor: Acting,
  changes: readonly Reassignment[],
  pathOf: (kind: Kind, id: string, accountId: string) => string,
): Promise<ToldOf> {
  const known = await findNamed(sql, changes);
  refuseForeign(actor, changes, known, pathOf);
  for (const kind of KINDS) await saveDifferences(sql, kind, changes);

  const namesOf = (kind: Kind, ids: readonly string[]) =>
    ids.flatMap((id) => known[kind].get(id)?.name ?? []).sort();
  return ({ queueIds, poolIds, roomIds }) => ({
    queues: namesOf('queueIds', queueIds),
    pools: namesOf('poolIds', poolIds),
    rooms: namesOf('roomIds', roomIds),
  });
}

type Known = Readonly<Record<Kind, ReadonlyMap<string, Thing>>>;

async function findNamed(sql: Queries, changes: readonly Reassignment[]): Promise<Known> {
  const find = (kind: Kind) => {
    const ids = changes.flatMap(({ before, after }) => [...before[kind], ...after[kind]]);
    return findThings(sql, kind, [...new Set(ids)]);
  };
  return {
    queueIds: await find('queueIds'),
    poolIds: await find('poolIds'),
    roomIds: await find('roomIds'),
  };
}

/** Whether an account of the institution may be given this thing by the actor. */
export function mayGive(actor: Acting, institutionId: string, thing: Thing | undefined): boolean {
  if (!thing) return false;
  if (actor.role === 'owner' || thing.institutionId === null) return true;
  return thing.institutionId === institutionId;
}

const WORDS: Readonly<Record<Kind, string>> = {
  queueIds: 'must be a queue of the account’s institution',
  poolIds: 'must be a pool of the account’s institution or of the consortium',
  roomIds: 'must be a room of the account’s institution or of the consortium',
};

/** Errors told at most: a thousand accounts times a thousand wrong ids hold up whoever else asks. */
const MOST_ERRORS = 20;

function refuseForeign(
  actor: Acting,
  changes: readonly Reassignment[],
  known: Known,
  pathOf: (kind: Kind, id: string, accountId: string) => string,
): void {
  const errors = new Map<string, FieldError>();
  for (const { accountId, kind, id } of foreign(actor, changes, known)) {
    const path = pathOf(kind, id, accountId);
    errors.set(path, { path, message: WORDS[kind] });
    if (errors.size === MOST_ERRORS) break;
  }
  if (errors.size === 0) return;
  const all = [...errors.values()];
  const detail = all.map(({ path, message }) => `${path} ${message}.`).join(' ');
  throw problem('breaks_rule', detail, all);
}

/** One after the other, found as they are asked for. */
function* foreign(actor: Acting, changes: readonly Reassignment[], known: Known) {
  for (const { accountId, institutionId, before, after } of changes) {
    for (const kind of KINDS) {
      for (const id of addedTo(before[kind], after[kind])) {
        if (!mayGive(actor, institutionId, known[kind].get(id))) yield { accountId, kind, id };
      }
    }
  }
}
