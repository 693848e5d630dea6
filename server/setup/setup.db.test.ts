import { sql as fragment } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeAccount, makeInstitution } from '../../test/factories.ts';
import { testFeatureApp, testParts } from '../../test/feature-app.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';
import { routeQueues, staffedQueues } from '../queues/index.ts';
import { routeSessions } from '../security/index.ts';
import { prepareSetup, routeSetup } from './index.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeSetup(app, parts);
routeSessions(app, parts);
routeQueues(app, parts);

const PASSWORD = 'a quiet reading room';

beforeEach(async () => {
  await fragment`truncate institutions cascade`.execute(sql);
  await sql
    .updateTable('installation')
    .set({ consortiumName: null, setupTokenHash: null, setUpAt: null })
    .execute();
});

async function printedToken(): Promise<string> {
  const token = await prepareSetup(parts);
  if (token === null) throw new Error('It is set up already');
  return token;
}

function wishes(token: string) {
  return {
    token,
    consortiumName: 'Night Owls',
    owner: { username: 'ruth', displayName: 'Ruth', password: PASSWORD, email: 'ruth@example.org' },
    institution: {
      code: 'northfield',
      name: 'Northfield College',
      timeZone: 'America/New_York',
      language: 'fr',
    },
    queueName: 'Reference',
    widget: { name: 'Library site', allowedOrigins: ['https://www.northfield.example'] },
  };
}

const post = (path: string, payload: object, headers: object = { origin: PUBLIC_URL }) =>
  app.inject({ method: 'POST', url: `/api/v1${path}`, headers: { ...headers }, payload });
const check = (token: string) => post('/setup/check', { token });
const setUp = (body: object, headers?: object) => post('/setup', body, headers);

async function countRows() {
  const { rows } = await fragment<{ n: number }>`
    select (select count(*) from institutions) + (select count(*) from accounts)
      + (select count(*) from queues) + (select count(*) from widgets)
      + (select count(*) from assignments) + (select count(*) from sessions) as n`.execute(sql);
  return rows[0]?.n;
}

/** Connections to this database that wait for a lock. */
async function countWaiting() {
  const { rows } = await fragment<{ n: number }>`
    select count(*) as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(sql);
  return rows[0]?.n;
}

describe('the link', () => {
  test('of the last start holds, and those of earlier starts do not', async () => {
    const first = await printedToken();
    const last = await printedToken();
    expect((await check(last)).statusCode).toBe(204);
    expect((await check(first)).statusCode).toBe(404);
    expect((await check('made-up')).statusCode).toBe(404);
  });

  test('is stored as a hash alone', async () => {
    const token = await printedToken();
    const row = await sql.selectFrom('installation').selectAll().executeTakeFirstOrThrow();
    expect(row.setupTokenHash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test('is not made where an owner is already', async () => {
    const institutionId = await makeInstitution(sql, 'northfield');
    await makeAccount(sql, { institutionId, username: 'ruth', role: 'owner' });
    expect(await prepareSetup(parts)).toBeNull();
  });

  test('is made where there are accounts, but none owns the installation', async () => {
    const institutionId = await makeInstitution(sql, 'northfield');
    await makeAccount(sql, { institutionId, username: 'grace', role: 'admin' });
    expect(await prepareSetup(parts)).not.toBeNull();
  });
});

describe('setting up', () => {
  test('makes an owner who is signed in and on the first queue', async () => {
    const answer = await setUp(wishes(await printedToken()));

    expect(answer.statusCode).toBe(201);
    const { account, widget } = answer.json();
    expect(account).toMatchObject({
      username: 'ruth',
      role: 'owner',
      chatAccess: true,
      email: 'ruth@example.org',
      institutionId: widget.institutionId,
    });
    const [queue, ...others] = await staffedQueues(sql, [account.id]);
    expect(others).toEqual([]);
    expect(queue).toMatchObject({ name: 'Reference', kind: 'chat', optedIn: true });
    expect(widget).toMatchObject({
      name: 'Library site',
      institutionName: 'Northfield College',
      chain: [{ queueId: queue?.id, waitSeconds: 20 }],
      allowedOrigins: ['https://www.northfield.example'],
    });

    const [cookie] = [answer.headers['set-cookie']].flat();
    const session = await app.inject({
      url: '/api/v1/session',
      headers: { cookie: String(cookie).split(';', 1)[0] },
    });
    expect(session.json()).toEqual({ account, mustAddSecondFactor: false, isToured: false });
  });

  test('is the first entry of the audit log, without a secret', async () => {
    const { widget } = (await setUp(wishes(await printedToken()))).json();
    const { institutionId } = widget;
    const entries = await sql
      .selectFrom('audit')
      .selectAll()
      .where('institutionId', '=', institutionId)
      .execute();
    expect(entries).toMatchObject([
      {
        actorId: null,
        action: 'installation.set_up',
        targetName: 'Northfield College',
        after: { code: 'northfield', owner: 'ruth' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/quiet reading room|argon2id/);
  });

  test('keeps the names and the language that were given', async () => {
    await setUp(wishes(await printedToken()));
    const installation = await sql.selectFrom('installation').selectAll().executeTakeFirst();
    const institution = await sql.selectFrom('institutions').selectAll().executeTakeFirst();
    expect(installation).toMatchObject({ consortiumName: 'Night Owls', setupTokenHash: null });
    expect(installation?.setUpAt).toBeInstanceOf(Date);
    expect(institution).toMatchObject({
      code: 'northfield',
      timeZone: 'America/New_York',
      languages: ['fr'],
    });
  });

  test('lets the owner sign in with the password, and with no other', async () => {
    await setUp(wishes(await printedToken()));
    const signIn = (password: string) => post('/session', { username: 'ruth', password });
    expect((await signIn(PASSWORD)).statusCode).toBe(201);
    expect((await signIn('a loud reading room')).statusCode).toBe(401);
  });

  test('voids the link: whoever comes later is told that it is done', async () => {
    const token = await printedToken();
    await setUp(wishes(token));
    for (const late of [await setUp(wishes(token)), await check(token), await check('made-up')]) {
      expect(late.statusCode).toBe(409);
      expect(late.json()).toMatchObject({ code: 'already_set_up' });
    }
    expect(await prepareSetup(parts)).toBeNull();
  });

  test('twice at once makes one installation', async () => {
    const token = await printedToken();
    const second = { ...wishes(token).owner, username: 'second' };
    // Both wait at the same row, so that neither is over before the other has looked.
    const answers = await sql.transaction().execute(async (held) => {
      await held.selectFrom('installation').select('singleton').forUpdate().execute();
      const both = [setUp(wishes(token)), setUp({ ...wishes(token), owner: second })];
      await expect.poll(countWaiting).toBe(both.length);
      return both;
    });

    const statuses = (await Promise.all(answers)).map(({ statusCode }) => statusCode);
    expect(statuses.sort()).toEqual([201, 409]);
    expect(await sql.selectFrom('accounts').select('id').execute()).toHaveLength(1);
    expect(await sql.selectFrom('institutions').select('id').execute()).toHaveLength(1);
  });

  test('with a wrong token makes nothing', async () => {
    await printedToken();
    const answer = await setUp(wishes('made-up'));
    expect(answer.statusCode).toBe(404);
    expect(await countRows()).toBe(0);
  });

  test('from a page of another origin makes nothing', async () => {
    const answer = await setUp(wishes(await printedToken()), { origin: 'https://evil.example' });
    expect(answer.statusCode).toBe(403);
    expect(await countRows()).toBe(0);
  });

  test.each([
    [
      'a short password',
      (all: ReturnType<typeof wishes>) => ({ ...all, owner: { ...all.owner, password: 'short' } }),
      'owner.password',
    ],
    [
      'a password that everybody tries',
      (all: ReturnType<typeof wishes>) => ({
        ...all,
        owner: { ...all.owner, password: 'password1234' },
      }),
      'owner.password',
    ],
    [
      'a username with spaces',
      (all: ReturnType<typeof wishes>) => ({ ...all, owner: { ...all.owner, username: 'Ruth A' } }),
      'owner.username',
    ],
    [
      'a time zone that there is not',
      (all: ReturnType<typeof wishes>) => ({
        ...all,
        institution: { ...all.institution, timeZone: 'Mars/Base' },
      }),
      'institution.timeZone',
    ],
    [
      'an origin with a path',
      (all: ReturnType<typeof wishes>) => ({
        ...all,
        widget: { ...all.widget, allowedOrigins: ['https://www.northfield.example/library'] },
      }),
      'widget.allowedOrigins.0',
    ],
  ])('with %s names the field and makes nothing', async (_fault, spoil, path) => {
    const token = await printedToken();
    const answer = await setUp(spoil(wishes(token)));
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toMatchObject([{ path }]);
    expect(await countRows()).toBe(0);
    expect((await check(token)).statusCode).toBe(204);
  });

  test.each([
    ['username', 'harbour', 'ruth', 'owner.username'],
    ['institution code', 'northfield', 'grace', 'institution.code'],
  ])(
    'with a %s that is taken makes nothing, and the link still holds',
    async (_name, code, username, path) => {
      const institutionId = await makeInstitution(sql, code);
      await makeAccount(sql, { institutionId, username, role: 'admin' });
      const token = await printedToken();
      const before = await countRows();

      const answer = await setUp(wishes(token));

      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ code: 'breaks_rule', errors: [{ path }] });
      expect(await countRows()).toBe(before);
      expect((await check(token)).statusCode).toBe(204);
    },
  );
});
