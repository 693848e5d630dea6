import { beforeAll, describe, expect, test } from 'vitest';
import {
  findCoopCandidates,
  listCoopAccounts,
  listCoopCandidates,
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
import { type Acts, LEVELS, mayGive, mayTouch, openCoopLevels } from '../../test/coop-levels.ts';
import { coopReach } from '../coops/index.ts';

const { house, sql, northfield, harbour, coopId, ACTORS, NAMES, TARGETS, callers, setBack, send } =
  await openCoopLevels();

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
