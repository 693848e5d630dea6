import type { Endpoint } from '#protocol/endpoint.ts';
import type { Level } from '#protocol/levels.ts';
import { newId } from '../server/platform/ids.ts';
import { makeAccount, makeCoop, makeInstitution, makeMember } from './factories.ts';
import { type Caller, testHouse } from './house.ts';

export const LEVELS = ['regular', 'institutionAdmin', 'coopAdmin'] as const satisfies Level[];
export type Held = Level | 'none';

/** What an actor is in the co-op by the rules: `owner` as a Co-Op Admin, `nobody` not at all. */
export type Acts = Level | 'owner' | 'nobody';

export interface Actor {
  readonly accountId: string;
  readonly acts: Acts;
  /** Level that their row in the co-op shows, whether it opens anything or not. */
  readonly held: Held;
  readonly home: string;
}

export interface Target {
  readonly accountId: string;
  readonly held: Held;
  /** Null: there is no such account. */
  readonly home: string | null;
}

/**
 * The table of levels, cell by cell, over HTTP: every actor by every target by every act. What is
 * expected is stated here a second time, in other words than `levels.ts`, and leans on nothing of it.
 * For the top of a test file.
 */
export async function openCoopLevels() {
  const { house, sql } = await testHouse();

  // Northfield and Harbour are in the co-op; Eastvale is not, and shares another one with Northfield.
  const northfield = await makeInstitution(sql, 'northfield');
  const harbour = await makeInstitution(sql, 'harbour');
  const eastvale = await makeInstitution(sql, 'eastvale');
  const coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);
  const otherCoopId = await makeCoop(sql, 'Day Birds', [northfield, eastvale]);

  let people = 0;
  function person(institutionId: string, role: 'operator' | 'admin' | 'owner' = 'operator') {
    people += 1;
    return makeAccount(sql, { institutionId, username: `person-${people}`, role });
  }
  const member = (accountId: string, level: Level, inCoop = coopId) =>
    makeMember(sql, { coopId: inCoop, accountId, level, optedInto: [] });

  async function makeActor(
    acts: Acts,
    held: Held,
    home = northfield,
    role: 'operator' | 'admin' | 'owner' = 'operator',
  ): Promise<Actor> {
    const accountId = await person(home, role);
    if (held !== 'none') await member(accountId, held);
    return { accountId, acts, held, home };
  }

  async function withoutChatAccess(actor: Actor): Promise<Actor> {
    await sql
      .updateTable('accounts')
      .set({ chatAccess: false })
      .where('id', '=', actor.accountId)
      .execute();
    return actor;
  }

  async function withLevelElsewhere(actor: Actor): Promise<Actor> {
    await member(actor.accountId, 'coopAdmin', otherCoopId);
    return actor;
  }

  const ACTORS = {
    'the owner of the installation': await makeActor('owner', 'none', eastvale, 'owner'),
    'the owner, without chat access': await withoutChatAccess(
      await makeActor('owner', 'none', eastvale, 'owner'),
    ),
    'the owner, Regular in the co-op': await makeActor('owner', 'regular', northfield, 'owner'),
    'an admin at home without a level': await makeActor('nobody', 'none', northfield, 'admin'),
    'an operator without a level': await makeActor('nobody', 'none'),
    'a Regular': await makeActor('regular', 'regular'),
    'a Regular who is admin at home': await makeActor('regular', 'regular', northfield, 'admin'),
    'an Institution Admin': await makeActor('institutionAdmin', 'institutionAdmin'),
    'an Institution Admin of the other library': await makeActor(
      'institutionAdmin',
      'institutionAdmin',
      harbour,
    ),
    'a Co-Op Admin': await makeActor('coopAdmin', 'coopAdmin'),
    'a Regular without chat access': await withoutChatAccess(await makeActor('nobody', 'regular')),
    'an Institution Admin without chat access': await withoutChatAccess(
      await makeActor('nobody', 'institutionAdmin'),
    ),
    'a Co-Op Admin without chat access': await withoutChatAccess(
      await makeActor('nobody', 'coopAdmin'),
    ),
    'a Co-Op Admin of another co-op': await withLevelElsewhere(await makeActor('nobody', 'none')),
    'a Regular here who is Co-Op Admin elsewhere': await withLevelElsewhere(
      await makeActor('regular', 'regular'),
    ),
    'a stranger': await withLevelElsewhere(await makeActor('nobody', 'none', eastvale)),
  } as const;
  type ActorName = keyof typeof ACTORS;
  const NAMES = Object.keys(ACTORS) as ActorName[];

  const target = async (held: Held, home: string): Promise<Target> => ({
    accountId: await person(home),
    held,
    home,
  });

  /** Whom it is done to. Their levels are set anew before each act. */
  const TARGETS: Readonly<Record<string, Target>> = {
    'none, Northfield': await target('none', northfield),
    'regular, Northfield': await target('regular', northfield),
    'institutionAdmin, Northfield': await target('institutionAdmin', northfield),
    'coopAdmin, Northfield': await target('coopAdmin', northfield),
    'none, Harbour': await target('none', harbour),
    'regular, Harbour': await target('regular', harbour),
    'institutionAdmin, Harbour': await target('institutionAdmin', harbour),
    'coopAdmin, Harbour': await target('coopAdmin', harbour),
    'of a library that is not in the co-op': await target('none', eastvale),
    'an account that there is not': { accountId: newId(), held: 'none', home: null },
  };
  const targetsOf = (actor: Actor): [string, Target][] => [
    ...Object.entries(TARGETS),
    ['oneself', actor],
  ];

  const callers = {} as Record<ActorName, Caller>;
  for (const name of NAMES) callers[name] = await house.staff(ACTORS[name].accountId);

  /** Puts a target's level back as its row says. */
  async function setBack({ accountId, held }: Target): Promise<void> {
    await sql
      .deleteFrom('coopMemberships')
      .where('coopId', '=', coopId)
      .where('accountId', '=', accountId)
      .execute();
    if (held !== 'none') await member(accountId, held);
  }

  async function levelOf({ accountId }: Target): Promise<Held> {
    const row = await sql
      .selectFrom('coopMemberships')
      .select('level')
      .where('coopId', '=', coopId)
      .where('accountId', '=', accountId)
      .executeTakeFirst();
    return row?.level ?? 'none';
  }

  return {
    sql,
    house,
    northfield,
    harbour,
    coopId,
    ACTORS,
    NAMES,
    TARGETS,
    targetsOf,
    callers,
    setBack,
    levelOf,
    send: (endpoint: Endpoint, caller: Caller, input: object): Promise<{ status: number }> =>
      house.call(endpoint, input as never, caller),
  };
}

/* The rule, as it is told to librarians. */

/** Regulars have nothing to do with accounts; who is nobody here does not find the co-op. */
export function atTheDoor(acts: Acts): 403 | 404 | undefined {
  if (acts === 'nobody') return 404;
  return acts === 'regular' ? 403 : undefined;
}

/** "A level not above one's own, at home only for an Institution Admin, never oneself." */
export function mayTouch(actor: Actor, of: Target): boolean {
  if (of.accountId === actor.accountId) return false;
  if (actor.acts === 'owner' || actor.acts === 'coopAdmin') return true;
  return actor.acts === 'institutionAdmin' && of.home === actor.home && of.held !== 'coopAdmin';
}

export function mayGive(actor: Actor, level: Level): boolean {
  return level !== 'coopAdmin' || actor.acts === 'coopAdmin' || actor.acts === 'owner';
}

export const onRow = (actor: Actor, of: Target, done: number): number =>
  atTheDoor(actor.acts) ?? (of.held === 'none' ? 404 : mayTouch(actor, of) ? done : 403);
