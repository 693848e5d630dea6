import { expect, test } from 'vitest';
import type { Role } from '#protocol/accounts.ts';
import { type AccountAction, mayGiveRole, mayOnAccount, rightsOnAccount } from './who-may.ts';

const ROLES = ['operator', 'admin', 'owner'] as const satisfies Role[];

/** Written as words for the table: v view, e edit, r change role, p set password, s end sessions, d delete. */
const LETTERS: Readonly<Record<string, AccountAction>> = {
  v: 'view',
  e: 'edit',
  r: 'changeRole',
  p: 'setPassword',
  s: 'endSessions',
  d: 'delete',
  u: 'restore',
};

/** To what an actor of a role may do to an account of a role: at home, elsewhere, and to their own. */
const TABLE: readonly [Role, Role | 'own', home: string, elsewhere: string][] = [
  ['operator', 'operator', '', ''],
  ['operator', 'admin', '', ''],
  ['operator', 'owner', '', ''],
  ['operator', 'own', 'v', ''],
  ['admin', 'operator', 'verpsd', ''],
  ['admin', 'admin', 'verpsd', ''],
  ['admin', 'owner', 'v', ''],
  ['admin', 'own', 'versd', ''],
  ['owner', 'operator', 'verpsd', 'verpsd'],
  ['owner', 'admin', 'verpsd', 'verpsd'],
  ['owner', 'owner', 'verpsd', 'verpsd'],
  ['owner', 'own', 'versd', ''],
];

const cells = TABLE.flatMap(([actor, target, home, elsewhere]) =>
  (['home', 'elsewhere'] as const)
    .filter((where) => target !== 'own' || where === 'home')
    .flatMap((where) =>
      Object.entries(LETTERS).flatMap(([letter, action]) => {
        const allowed = (where === 'home' ? home : elsewhere).includes(letter);
        // What is done to a live account is not done to a deleted one, which is seen and restored.
        const onDeleted =
          action === 'view'
            ? allowed
            : action === 'restore' && (where === 'home' ? home : elsewhere).includes('d');
        return [
          [actor, action, target, where, 'live', allowed],
          [actor, action, target, where, 'deleted', onDeleted],
        ] as const;
      }),
    ),
);

test.each(cells)(
  'an %s may %s an account (%s, %s, %s): %s',
  (role, action, target, where, state, expected) => {
    const actor = { accountId: 'me', institutionId: 'northfield', role };
    const account = {
      id: target === 'own' ? 'me' : 'other',
      institutionId: where === 'home' ? 'northfield' : 'harbour',
      role: target === 'own' ? role : target,
      deletedAt: state === 'deleted' ? new Date() : null,
    };
    expect(mayOnAccount(actor, action, account)).toBe(expected);
  },
);

test.each(ROLES.flatMap((actor) => ROLES.map((given) => [actor, given] as const)))(
  'an %s gives the role %s only as far as their own reaches',
  (role, given) => {
    const actor = { accountId: 'me', institutionId: 'northfield', role };
    const mayGive = { operator: '', admin: 'operator admin', owner: 'operator admin owner' }[role]
      .split(' ')
      .includes(given);
    expect(mayGiveRole(actor, given)).toBe(mayGive);
  },
);

test('the answers that travel with an account are the policy’s', () => {
  const actor = { accountId: 'me', institutionId: 'northfield', role: 'admin' } as const;
  const account = { id: 'other', institutionId: 'northfield', role: 'operator' } as const;
  expect(rightsOnAccount(actor, { ...account, deletedAt: null })).toEqual({
    mayEdit: true,
    mayDelete: true,
    mayRestore: false,
    mayChangeRole: true,
    maySetPassword: true,
  });
  expect(rightsOnAccount(actor, { ...account, deletedAt: new Date() })).toEqual({
    mayEdit: false,
    mayDelete: false,
    mayRestore: true,
    mayChangeRole: false,
    maySetPassword: false,
  });
});
