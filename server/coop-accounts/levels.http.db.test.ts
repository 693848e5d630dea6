import { describe, expect, test } from 'vitest';
import {
  addCoopAccounts,
  changeCoopAccount,
  readCoopAccount,
  removeCoopAccount,
  removeCoopAccounts,
} from '#protocol/coop-accounts.ts';
import { readLevels } from '#protocol/levels.ts';
import {
  type Actor,
  atTheDoor,
  type Held,
  LEVELS,
  mayGive,
  onRow,
  openCoopLevels,
  type Target,
} from '../../test/coop-levels.ts';
import type { Caller } from '../../test/house.ts';

const { house, northfield, harbour, coopId, ACTORS, NAMES, callers, ...here } =
  await openCoopLevels();
const { targetsOf, setBack, levelOf, send } = here;

interface Act {
  readonly call: (caller: Caller, accountId: string) => Promise<{ status: number }>;
  readonly expected: (actor: Actor, of: Target) => number;
  /** Level that the target has once it is done; without it, the one that it had. */
  readonly becomes?: Held;
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
