import { expect, test } from 'vitest';
import { makeAccount, makeInstitution } from '../../test/factories.ts';
import { staffHeaders, testFeatureApp, testParts } from '../../test/feature-app.ts';
import { routeSetup, saveSetUp } from './index.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeSetup(app, parts);

const institutionId = await makeInstitution(sql, 'northfield');
const owner = await makeAccount(sql, { institutionId, username: 'ruth', role: 'owner' });
const admin = await makeAccount(sql, { institutionId, username: 'ada', role: 'admin' });

const read = async () => (await app.inject({ url: '/api/v1/consortium' })).json();
const rename = async (accountId: string, name: string) =>
  app.inject({
    method: 'PUT',
    url: '/api/v1/consortium',
    headers: await staffHeaders(parts, accountId),
    payload: { name },
  });

test('its name is told to everybody from the set-up on, and renamed by the owner, with a trace', async () => {
  expect(await read()).toEqual({ name: null });
  await saveSetUp(sql, { consortiumName: 'Night Owls', setUpAt: parts.clock.now() });
  expect(await read()).toEqual({ name: 'Night Owls' });

  expect((await rename(owner, 'Early Birds')).json()).toEqual({ name: 'Early Birds' });

  expect(await read()).toEqual({ name: 'Early Birds' });
  const entries = await sql
    .selectFrom('audit')
    .select(['actorId', 'action', 'institutionId', 'before', 'after'])
    .execute();
  expect(entries).toEqual([
    {
      actorId: owner,
      action: 'consortium.renamed',
      institutionId: null,
      before: { name: 'Night Owls' },
      after: { name: 'Early Birds' },
    },
  ]);
});

test('nobody else renames it, and a name is needed', async () => {
  const before = await read();
  expect((await rename(admin, 'Mine')).statusCode).toBe(403);
  expect((await rename(owner, ' ')).statusCode).toBeGreaterThanOrEqual(400);
  expect(await read()).toEqual(before);
});
