import { beforeEach, describe, expect, test } from 'vitest';
import { makeQueue, makeWidget } from '../../../test/factories.ts';
import { staffHeaders, testFeatureApp } from '../../../test/feature-app.ts';
import { makePastChat } from '../../../test/past-chats.ts';
import { openPolicies } from '../../../test/policy-pages.ts';
import { authenticateStaff } from '../../accounts/index.ts';
import { readSessionCookie } from '../../platform/http/cookies.ts';
import { buildTestApp, collectLog } from '../../platform/http/test-app.ts';
import { newId } from '../../platform/ids.ts';
import { ciphersOf } from '../../platform/secrets.ts';
import { routePolicies } from '../index.ts';

const policies = await openPolicies();
const { parts, sql, institutions, coopId, ids, ask, audit, passes } = policies;
const { northfield, harbour } = institutions;

/** Words that stand nowhere else, so that they can be looked for everywhere. */
const WRITTEN = {
  label: 'Newspaper archive',
  username: 'zebra-guest',
  secret: 'quagga-4711',
  note: 'Choose the okapi campus.',
};
const PLAIN = ['zebra', 'quagga', 'okapi'];

let secretId: string;
beforeEach(async () => {
  passes(3_600);
  const added = await ask('ada', 'POST', `/${northfield}/secrets`, WRITTEN);
  expect(added.statusCode).toBe(201);
  secretId = added.json().id;
});

const reveal = (who: Parameters<typeof ask>[0], payload: object = {}, id = secretId) =>
  ask(who, 'POST', `/${northfield}/secrets/${id}/reveal`, payload);

/** That came through the co-op, and that somebody has. */
async function claimedChat(institutionId: string, by: 'sadie' | 'hana'): Promise<string> {
  const queueId = await makeQueue(sql, { institutionId });
  const widgetId = await makeWidget(sql, { institutionId, chain: [{ queueId, waitSeconds: 20 }] });
  const home = by === 'sadie' ? northfield : harbour;
  return makePastChat(sql, {
    institutionId,
    widgetId,
    queueId,
    openedAt: new Date('2026-11-22T09:00:00Z'),
    answeredBy: [{ accountId: ids[by], institutionId: home, after: 20 }],
    coops: [{ coopId, through: true }],
    closedAfter: null,
  });
}

describe('a shared credential', () => {
  test('is shown to whoever may read the page, and to nobody else', async () => {
    for (const who of ['sadie', 'hana', 'olga'] as const) {
      const answer = await reveal(who);
      expect(answer.statusCode).toBe(200);
      const { username, secret, note } = WRITTEN;
      expect(answer.json()).toEqual({ username, secret, note });
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    for (const who of ['hugo', 'eve'] as const) {
      const answer = await reveal(who);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toMatch(/zebra|quagga|okapi/);
    }
    expect((await reveal('hana', {}, newId())).statusCode).toBe(404);
    const elsewhere = await ask('hana', 'POST', `/${harbour}/secrets/${secretId}/reveal`, {});
    expect(elsewhere.statusCode).toBe(404);
  });

  test('is written down each time: who, which, and for which chat', async () => {
    const chatId = await claimedChat(northfield, 'hana');
    const entries = (await audit()).length;
    await reveal('hana', { chatId });
    await reveal('eve', { chatId });
    expect((await audit()).slice(entries)).toEqual([
      {
        action: 'policy_secret.revealed',
        actorName: 'hana',
        targetName: 'Newspaper archive',
        institutionId: northfield,
        before: null,
        after: { chat: chatId },
      },
    ]);
  });

  test('is shown for a chat of its own library alone', async () => {
    const entries = (await audit()).length;
    for (const chatId of [await claimedChat(harbour, 'hana'), newId()]) {
      const answer = await reveal('hana', { chatId });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors).toMatchObject([{ path: 'chatId' }]);
    }
    expect(await audit()).toHaveLength(entries);
  });

  test.each([
    ['sadie', 200],
    ['ada', 200],
    ['olga', 200],
    // Both read the page, and never had to do with the chat.
    ['omar', 422],
    ['hana', 422],
  ] as const)('is shown to %s for a chat that Sadie has: %d', async (who, status) => {
    const chatId = await claimedChat(northfield, 'sadie');
    const entries = (await audit()).length;
    const answer = await reveal(who, { chatId });
    expect(answer.statusCode).toBe(status);
    const told = (await audit()).slice(entries).map(({ actorName, after }) => [actorName, after]);
    expect(told).toEqual(status === 200 ? [[who, { chat: chatId }]] : []);
    if (status === 200) return;
    expect(answer.json().errors).toMatchObject([{ path: 'chatId' }]);
    expect(answer.body).not.toMatch(/zebra|quagga|okapi/);
    expect((await reveal(who)).statusCode).toBe(200);
  });

  test('is not shown when it can’t be written down', async () => {
    await sql.schema.alterTable('audit').renameTo('audit_away').execute();
    try {
      const answer = await reveal('hana');
      expect(answer.statusCode).toBe(500);
      expect(answer.body).not.toMatch(/zebra|quagga|okapi/);
    } finally {
      await sql.schema.alterTable('audit_away').renameTo('audit').execute();
    }
    expect((await reveal('hana')).statusCode).toBe(200);
  });

  test('stands in no row, list, search, page or audit entry', async () => {
    await reveal('hana');
    const tables = await sql.introspection.getTables();
    for (const { name } of tables) {
      const { rows } = await parts.database.pool.query(`select * from "${name}"`);
      // Bytes as text too: what was stored without a cipher would show.
      const text = JSON.stringify(rows, (_, value) =>
        value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
      );
      for (const word of PLAIN) expect(text, name).not.toContain(word);
    }
    expect(tables.map(({ name }) => name)).toContain('policy_secrets');
    const paths = [
      '',
      '?q=quagga',
      '/pages',
      `/${northfield}`,
      `/${northfield}/secrets`,
      `/${northfield}/problems`,
    ];
    for (const path of paths) {
      const answer = await ask('ada', 'GET', path);
      expect(answer.statusCode).toBe(200);
      for (const word of PLAIN) expect(answer.body).not.toContain(word);
    }
  });

  test('is listed by its label, for who may read the page', async () => {
    const { items } = (await ask('hana', 'GET', `/${northfield}/secrets?limit=200`)).json();
    const listed = items.find(({ id }: { id: string }) => id === secretId);
    expect(listed).toEqual({
      id: secretId,
      label: 'Newspaper archive',
      updatedAt: expect.any(String),
      updatedBy: 'ada',
    });
    expect((await ask('hugo', 'GET', `/${northfield}/secrets`)).statusCode).toBe(404);
    const first = (await ask('hana', 'GET', `/${northfield}/secrets?limit=1`)).json();
    const rest = await ask(
      'hana',
      'GET',
      `/${northfield}/secrets?limit=200&cursor=${first.nextCursor}`,
    );
    expect([...first.items, ...rest.json().items]).toEqual(items);
  });

  test('is replaced, and the old one is gone', async () => {
    const path = `/${northfield}/secrets/${secretId}`;
    const renewed = { ...WRITTEN, secret: 'tapir-0815' };
    expect((await ask('hana', 'PUT', path, renewed)).statusCode).toBe(403);
    expect((await ask('eve', 'PUT', path, renewed)).statusCode).toBe(404);
    expect((await reveal('hana')).json().secret).toBe('quagga-4711');
    expect((await ask('ada', 'PUT', path, renewed)).statusCode).toBe(200);
    expect((await reveal('hana')).json().secret).toBe('tapir-0815');
    expect((await audit()).map(({ action }) => action)).toContain('policy_secret.replaced');
    expect(JSON.stringify(await audit())).not.toMatch(/tapir|quagga/);
  });

  test('is deleted by an editor', async () => {
    const path = `/${northfield}/secrets/${secretId}`;
    expect((await ask('sadie', 'DELETE', path)).statusCode).toBe(403);
    expect((await ask('ada', 'DELETE', path)).statusCode).toBe(204);
    expect((await reveal('ada')).statusCode).toBe(404);
    expect((await audit()).at(-1)).toMatchObject({
      action: 'policy_secret.deleted',
      targetName: 'Newspaper archive',
    });
  });

  test('is not kept by who may only read, nor without its secret', async () => {
    const add = (who: Parameters<typeof ask>[0], body: object) =>
      ask(who, 'POST', `/${northfield}/secrets`, body);
    expect((await add('sadie', WRITTEN)).statusCode).toBe(403);
    expect((await add('hana', WRITTEN)).statusCode).toBe(403);
    expect((await add('eve', WRITTEN)).statusCode).toBe(404);
    expect((await add('ada', { ...WRITTEN, secret: '' })).statusCode).toBe(422);
  });

  test('is shown thirty times, and then one a minute, to each person', async () => {
    for (let n = 0; n < 30; n += 1) expect((await reveal('hana')).statusCode).toBe(200);
    const slowed = await reveal('hana');
    expect(slowed.statusCode).toBe(429);
    expect(slowed.headers['retry-after']).toBe('60');
    expect((await reveal('sadie')).statusCode).toBe(200);
    passes(60);
    expect((await reveal('hana')).statusCode).toBe(200);
  });
});

test('no log line tells a credential, be it kept, refused, shown or broken on the way', async () => {
  const { log, lines } = collectLog();
  const app = buildTestApp({
    log,
    authenticate: {
      staff: (request) =>
        authenticateStaff(
          parts,
          readSessionCookie(request.headers.cookie, app.sessionCookie),
          request.ip,
        ),
      patron: () => Promise.reject(new Error('nobody is a patron here')),
    },
  });
  routePolicies(app, { ...parts, ticks: () => 0 });
  const headers = await staffHeaders(parts, ids.ada);
  const post = (path: string, payload: object) =>
    app.inject({ method: 'POST', url: `/api/v1/policies/${path}`, headers, payload });

  const kept = (await post(`${northfield}/secrets`, WRITTEN)).json().id;
  await post(`${northfield}/secrets`, { ...WRITTEN, label: '' });
  await post(`${newId()}/secrets`, WRITTEN);
  await post(`${northfield}/secrets/${kept}/reveal`, {});
  await sql.schema.alterTable('policy_secrets').renameTo('secrets_away').execute();
  const broken = await post(`${northfield}/secrets`, WRITTEN);
  await sql.schema.alterTable('secrets_away').renameTo('policy_secrets').execute();
  await app.close();

  expect(broken.statusCode).toBe(500);
  expect(lines.length).toBeGreaterThan(4);
  for (const word of PLAIN) expect(lines.join('')).not.toContain(word);
});

describe('with another key', () => {
  test('says so, shows nothing and writes no showing down', async () => {
    const app = testFeatureApp(parts);
    const ciphers = ciphersOf(Buffer.alloc(32, 8));
    routePolicies(app, { ...parts, ciphers, ticks: () => 0 });
    const entries = (await audit()).length;
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/policies/${northfield}/secrets/${secretId}/reveal`,
      headers: { ...(await staffHeaders(parts, ids.hana)) },
      payload: {},
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.json().detail).toContain('encrypted with another key');
    expect(await audit()).toHaveLength(entries);
  });

  test('a row’s bytes can’t be read in another row', async () => {
    const other = (await ask('ada', 'POST', `/${northfield}/secrets`, WRITTEN)).json().id;
    const { sealed } = await sql
      .selectFrom('policySecrets')
      .select('sealed')
      .where('id', '=', secretId)
      .executeTakeFirstOrThrow();
    await sql.updateTable('policySecrets').set({ sealed }).where('id', '=', other).execute();
    expect((await reveal('hana', {}, other)).statusCode).toBe(503);
    expect((await reveal('hana')).statusCode).toBe(200);
  });
});
