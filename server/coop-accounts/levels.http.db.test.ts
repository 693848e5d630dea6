import { beforeAll, describe, expect, test } from 'vitest';
import {
  addCoopAccounts,
  changeCoopAccount,
  findCoopCandidates,
  listCoopAccounts,
  listCoopCandidates,
  readCoopAccount,
  removeCoopAccount,
  removeCoopAccounts,
} from '#protocol/coop-accounts.ts';
import {
  addCoopInstitution,
  changeCoop,
  createCoop,
  deleteCoop,
  listCoopAdmins,
  listCoops,
  readCoop,
  removeCoopInstitution,
} from '#protocol/coops.ts';
import type { Endpoint } from '#protocol/endpoint.ts';
import { type Level, readLevels } from '#protocol/levels.ts';
import { makeAccount, makeCoop, makeInstitution, makeMember } from '../../test/factories.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { coopReach } from '../coops/index.ts';
import { newId } from '../platform/ids.ts';

/**
 * The table of levels, cell by cell, over HTTP: every actor by every target by every act. What is
 * expected is stated here a second time, in other words than `levels.ts`, and leans on nothing of it.
 */

const { house, sql } = await testHouse();

// Northfield and Harbour are in the co-op; Eastvale is not, and shares another one with Northfield.
const northfield = await makeInstitution(sql, 'northfield');
const harbour = await makeInstitution(sql, 'harbour');
const eastvale = await makeInstitution(sql, 'eastvale');
const coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);
const otherCoopId = await makeCoop(sql, 'Day Birds', [northfield, eastvale]);

const LEVELS = ['regular', 'institutionAdmin', 'coopAdmin'] as const satisfies Level[];
type Held = Level | 'none';

/** What an actor is in the co-op by the rules: `owner` as a Co-Op Admin, `nobody` not at all. */
type Acts = Level | 'owner' | 'nobody';

interface Actor {
  readonly accountId: string;
  readonly acts: Acts;
  /** Level that their row in the co-op shows, whether it opens anything or not. */
  readonly held: Held;
  readonly home: string;
}

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

interface Target {
  readonly accountId: string;
  readonly held: Held;
  /** Null: there is no such account. */
  readonly home: string | null;
}

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
beforeAll(async () => {
  for (const name of NAMES) callers[name] = await house.staff(ACTORS[name].accountId);
});

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

/* The rule, as it is told to librarians. */

/** Regulars have nothing to do with accounts; who is nobody here does not find the co-op. */
function atTheDoor(acts: Acts): 403 | 404 | undefined {
  if (acts === 'nobody') return 404;
  return acts === 'regular' ? 403 : undefined;
}

/** "A level not above one's own, at home only for an Institution Admin, never oneself." */
function mayTouch(actor: Actor, of: Target): boolean {
  if (of.accountId === actor.accountId) return false;
  if (actor.acts === 'owner' || actor.acts === 'coopAdmin') return true;
  return actor.acts === 'institutionAdmin' && of.home === actor.home && of.held !== 'coopAdmin';
}

function mayGive(actor: Actor, level: Level): boolean {
  return level !== 'coopAdmin' || actor.acts === 'coopAdmin' || actor.acts === 'owner';
}

const onRow = (actor: Actor, of: Target, done: number): number =>
  atTheDoor(actor.acts) ?? (of.held === 'none' ? 404 : mayTouch(actor, of) ? done : 403);

interface Act {
  readonly call: (caller: Caller, accountId: string) => Promise<{ status: number }>;
  readonly expected: (actor: Actor, of: Target) => number;
  /** Level that the target has once it is done; without it, the one that it had. */
  readonly becomes?: Held;
}

function send(endpoint: Endpoint, caller: Caller, input: object): Promise<{ status: number }> {
  return house.call(endpoint, input as never, caller);
}

const ACTS: Readonly<Record<string, Act>> = {
  'opens the row of': {
    call: (caller, accountId) => send(readCoopAccount, caller, { params: { coopId, accountId } }),
    expected: (actor, of) => onRow(actor, of, 200),
  },
  ...Object.fromEntries(
    LEVELS.flatMap((level): [string, Act][] => [
      [
        `changes to ${level}`,
        {
          call: (caller, accountId) =>
            send(changeCoopAccount, caller, { params: { coopId, accountId }, body: { level } }),
          expected(actor, of) {
            const status = onRow(actor, of, 200);
            return status === 200 && !mayGive(actor, level) ? 403 : status;
          },
          becomes: level,
        },
      ],
      [
        `adds as ${level}`,
        {
          call: (caller, accountId) =>
            send(addCoopAccounts, caller, {
              params: { coopId },
              body: { accountIds: [accountId], level },
            }),
          expected(actor, of) {
            const refused = atTheDoor(actor.acts);
            if (refused) return refused;
            if (!mayGive(actor, level)) return 403;
            if (actor.acts === 'institutionAdmin' && of.home !== actor.home) return 403;
            if (of.home !== northfield && of.home !== harbour) return 422;
            return of.held === 'none' ? 201 : 409;
          },
          becomes: level,
        },
      ],
    ]),
  ),
  removes: {
    call: (caller, accountId) => send(removeCoopAccount, caller, { params: { coopId, accountId } }),
    expected: (actor, of) => onRow(actor, of, 204),
    becomes: 'none',
  },
  'removes in a batch': {
    call: (caller, accountId) =>
      send(removeCoopAccounts, caller, {
        params: { coopId },
        body: { accountIds: [accountId] },
      }),
    expected: (actor, of) => onRow(actor, of, 204),
    becomes: 'none',
  },
};

describe('what is done to one account', () => {
  const cells = NAMES.flatMap((name) => Object.keys(ACTS).map((act) => [name, act] as const));
  test.each(cells)('%s %s each of them as the rule says', async (name, actName) => {
    const actor = ACTORS[name];
    const act = ACTS[actName];
    if (!act) throw new Error(`There is no act ${actName}`);
    const had: Record<string, unknown> = {};
    const has: Record<string, unknown> = {};
    for (const [of, target] of targetsOf(actor)) {
      await setBack(target);
      const status = act.expected(actor, target);
      had[of] = { status, level: status < 300 ? (act.becomes ?? target.held) : target.held };
      const answer = await act.call(callers[name], target.accountId);
      has[of] = { status: answer.status, level: await levelOf(target) };
      await setBack(target);
    }
    expect(has).toEqual(had);
  });
});

test('the page "What may each level do?" prints the same', async () => {
  const printed = await house.call(readLevels, {} as never, callers['an operator without a level']);
  // Monitor and answer; transcripts, statistics, feedback; see the list, add, edit and remove.
  const rows = {
    regular: ['all', 'own', 'own', 'own', 'none', 'none', 'none'],
    institutionAdmin: [
      'all',
      'institution',
      'institution',
      'institution',
      'all',
      'institution',
      'institution',
    ],
    coopAdmin: Array(7).fill('all'),
  };
  expect(
    printed.body.map(({ level, reach, mayGive }) => [
      level,
      [
        reach.answer_chats,
        reach.read_transcripts,
        reach.read_statistics,
        reach.read_feedback,
        reach.see_accounts,
        reach.give_level,
        reach.manage_accounts,
      ],
      mayGive,
    ]),
  ).toEqual([
    ['regular', rows.regular, []],
    ['institutionAdmin', rows.institutionAdmin, ['regular', 'institutionAdmin']],
    ['coopAdmin', rows.coopAdmin, LEVELS],
  ]);
});

/** Statuses of what concerns the co-op as a whole. */
const SEES: Readonly<Record<Acts, { dashboard: number; accounts: number }>> = {
  owner: { dashboard: 200, accounts: 200 },
  coopAdmin: { dashboard: 200, accounts: 200 },
  institutionAdmin: { dashboard: 200, accounts: 200 },
  regular: { dashboard: 200, accounts: 403 },
  nobody: { dashboard: 404, accounts: 404 },
};

describe.each(NAMES)('%s', (name) => {
  const actor = ACTORS[name];
  const sees = SEES[actor.acts];
  const inCoop = { params: { coopId }, query: {} };

  beforeAll(async () => {
    for (const target of Object.values(TARGETS)) if (target.home) await setBack(target);
  });

  test('finds the co-op, or does not', async () => {
    const detail = await house.call(readCoop, inCoop as never, callers[name]);
    expect(detail.status).toBe(sees.dashboard);
    expect((await house.call(listCoopAdmins, inCoop as never, callers[name])).status).toBe(
      sees.dashboard,
    );
    const { items } = (await house.call(listCoops, {} as never, callers[name])).body;
    expect(items.some(({ id }) => id === coopId)).toBe(sees.dashboard === 200);
    if (detail.status !== 200) return;
    const isKeeper = actor.acts === 'owner';
    expect(detail.body.rights).toEqual({
      level: isKeeper ? null : actor.held,
      mayManageCoop: isKeeper,
      mayManageAccounts: sees.accounts === 200,
      mayGive: sees.accounts === 200 ? LEVELS.filter((level) => mayGive(actor, level)) : [],
    });
  });

  test('sees every row with the edit icon where it may be used, or none', async () => {
    const listed = await house.call(listCoopAccounts, inCoop as never, callers[name]);
    expect(listed.status).toBe(sees.accounts);
    if (listed.status !== 200) return;
    const members = [...Object.values(ACTORS), ...Object.values(TARGETS)].filter(
      ({ held }) => held !== 'none',
    );
    const shown = Object.fromEntries(
      listed.body.items.map(({ accountId, level, mayEdit }) => [accountId, { level, mayEdit }]),
    );
    expect(shown).toEqual(
      Object.fromEntries(
        members.map((one) => [one.accountId, { level: one.held, mayEdit: mayTouch(actor, one) }]),
      ),
    );
  });

  test('is offered whom they may add', async () => {
    const listed = await house.call(listCoopCandidates, inCoop as never, callers[name]);
    expect(listed.status).toBe(sees.accounts);
    const pasted = { params: { coopId }, body: { usernames: ['person-1'] } };
    expect((await send(findCoopCandidates, callers[name], pasted)).status).toBe(sees.accounts);
    if (listed.status !== 200) return;
    const addable = [...Object.values(ACTORS), ...Object.values(TARGETS)].filter(
      ({ held, home }) =>
        held === 'none' &&
        (actor.acts === 'institutionAdmin'
          ? home === actor.home
          : home === northfield || home === harbour),
    );
    expect(listed.body.items.map(({ accountId }) => accountId).sort()).toEqual(
      addable.map(({ accountId }) => accountId).sort(),
    );
  });

  test('keeps the co-op itself as its owner alone may', async () => {
    const refused = sees.dashboard === 404 ? 404 : 403;
    const status = (done: number) => (actor.acts === 'owner' ? done : refused);
    const at = { coopId, institutionId: northfield };
    const call = async (endpoint: Endpoint, input: object) =>
      (await send(endpoint, callers[name], input)).status;
    expect([
      await call(changeCoop, { params: { coopId }, body: { name: 'Night Owls' } }),
      await call(addCoopInstitution, { params: at, body: {} }),
    ]).toEqual([status(200), status(200)]);
    if (actor.acts === 'owner') return;
    expect(await call(removeCoopInstitution, { params: at })).toBe(refused);
    expect(await call(deleteCoop, { params: { coopId } })).toBe(refused);
    expect(await call(createCoop, { body: { name: 'Mine' } })).toBe(403);
  });

  test('reaches chats, statistics and feedback as far as their level', async () => {
    const reaches = {
      owner: { kind: 'all' },
      coopAdmin: { kind: 'all' },
      institutionAdmin: { kind: 'institution', institutionId: actor.home },
      regular: { kind: 'own', accountId: actor.accountId },
      nobody: undefined,
    };
    const ask = (act: Parameters<typeof coopReach>[3]) => coopReach(sql, actor, coopId, act);
    expect([
      await ask('read_transcripts'),
      await ask('read_statistics'),
      await ask('read_feedback'),
    ]).toEqual(Array(3).fill(reaches[actor.acts]));
  });
});
