import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { IMPORT_LIMITS, type ImportReport } from '#protocol/account-files.ts';
import { makeAccount, makeQueue } from '../../test/factories.ts';
import { type StaffHeaders, testFeatureApp, testParts } from '../../test/feature-app.ts';
import { makeNeighbours } from '../../test/neighbours.ts';
import { routeQueues } from '../queues/index.ts';
import { routeAccountFiles } from './index.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeAccountFiles(app, parts);
routeQueues(app, parts);

let northfield: string;
let harbour: string;
let sadie: StaffHeaders;
let ada: StaffHeaders;
let olga: StaffHeaders;
let joe: StaffHeaders;
let queueName: string;
let foreignQueueName: string;

beforeAll(async () => {
  const neighbours = await makeNeighbours(parts);
  ({ northfield, harbour } = neighbours);
  [sadie, ada, olga, joe] = [
    neighbours.sadie.headers,
    neighbours.ada.headers,
    neighbours.olga.headers,
    neighbours.joe.headers,
  ];
  await makeAccount(sql, { username: 'gone', institutionId: northfield, role: 'operator' });
  await sql
    .updateTable('accounts')
    .set({ deletedAt: new Date() })
    .where('username', '=', 'gone')
    .execute();
  queueName = `Reference ${await makeQueue(sql, { institutionId: northfield })}`;
  foreignQueueName = `Reference ${await makeQueue(sql, { institutionId: harbour })}`;
  await sql
    .insertInto('pools')
    .values({
      id: '01900000-0000-7000-8000-00000000000a',
      name: 'Shared | all',
      institutionId: null,
      createdAt: new Date(),
    })
    .execute();
});

let count = 0;
let name: string;
beforeEach(() => {
  name = `northfield-new-${++count}`;
});

function send(headers: StaffHeaders, file: string | Buffer, query = '', type = 'text/csv') {
  return app.inject({
    method: 'POST',
    url: `/api/v1/accounts/import${query}`,
    headers: { ...headers, 'content-type': type },
    payload: file,
  });
}

async function report(headers: StaffHeaders, file: string | Buffer, query = '') {
  const answer = await send(headers, file, query);
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
  const { rows, ...sums } = answer.json<ImportReport>();
  return {
    ...sums,
    rows: rows.map((row) => ({ ...row, notes: row.notes.map(({ text }) => text) })),
  };
}

const find = (username: string) =>
  sql.selectFrom('accounts').selectAll().where('username', '=', username).executeTakeFirst();

const countAccounts = async () => (await sql.selectFrom('accounts').select('id').execute()).length;

/** Asserts that a file is refused as a whole, and answers the sentence. */
async function refused(file: string | Buffer, status = 422): Promise<string> {
  const before = await countAccounts();
  const answer = await send(ada, file);
  expect(answer.statusCode).toBe(status);
  expect(await countAccounts()).toBe(before);
  return answer.json().detail;
}

describe('a dry run', () => {
  test('says row by row what would be made, changed and refused, and does nothing', async () => {
    const before = await countAccounts();
    const file = `username,email,displayName\n${name},new@example.org,New\nsadie,s@example.org,sadie\nada,,ada\nSadie P!,,\n`;
    const { rows, ...sums } = await report(ada, file, '?dryRun=true');
    expect(rows).toMatchObject([
      { line: 2, username: name, what: 'create' },
      { line: 3, username: 'sadie', what: 'change', notes: ['email: none → s@example.org'] },
      { line: 4, username: 'ada', what: 'unchanged', notes: [] },
      { line: 5, what: 'refuse', notes: [expect.stringContaining('username')] },
    ]);
    expect(sums).toEqual({ creates: 1, changes: 1, unchanged: 1, refused: 1, applied: false });
    expect(await countAccounts()).toBe(before);
    expect(await find('sadie')).toMatchObject({ email: null });
    expect(await sql.selectFrom('jobs').select('id').execute()).toEqual([]);
  });
});

describe('an import', () => {
  test('makes accounts with all that their rows name, invites them, and writes it down', async () => {
    const file = `username,displayName,email,institution,role,chatAccess,language,maxChats,queues,pools,rooms\n${name},"Néa ""N"" Ng",${name}@example.org,northfield,admin,no,fr,7,${queueName},Shared \\| all,\n`;
    expect(await report(ada, file)).toMatchObject({ creates: 1, refused: 0, applied: true });
    const account = await find(name);
    expect(account).toMatchObject({
      displayName: 'Néa "N" Ng',
      email: `${name}@example.org`,
      institutionId: northfield,
      role: 'admin',
      chatAccess: false,
      language: 'fr',
      maxChats: 7,
      passwordHash: null,
    });
    const id = account?.id ?? '';
    const links = await sql
      .selectFrom('passwordLinks')
      .select('purpose')
      .where('accountId', '=', id)
      .execute();
    expect(links).toEqual([{ purpose: 'invitation' }]);
    const entries = await sql
      .selectFrom('audit')
      .select(['action', 'actorName', 'after'])
      .where('targetId', '=', id)
      .execute();
    expect(entries).toMatchObject([
      {
        action: 'account.created',
        actorName: 'ada',
        after: { queues: [queueName], pools: ['Shared | all'] },
      },
    ]);
  });

  test('is all or nothing', async () => {
    const file = `username\n${name}\n${name}-two\nNot a name\n`;
    expect(await report(ada, file)).toMatchObject({ creates: 2, refused: 1, applied: false });
    expect(await find(name)).toBeUndefined();
    expect(await find(`${name}-two`)).toBeUndefined();
  });

  test('names the rule of each note, for who has their own words', async () => {
    const answer = await send(ada, `username,queues\n${name},Nowhere\n`);
    expect(answer.json<ImportReport>().rows[0]?.notes).toEqual([
      {
        rule: 'unknownQueue',
        values: { name: 'Nowhere' },
        text: 'There is no queue “Nowhere” for this account.',
      },
    ]);
    expect((await send(ada, 'username,"x\n')).json().errors).toMatchObject([
      { rule: 'file.quotes', path: '1' },
    ]);
    expect((await send(ada, 'username,nonsense\n')).json().errors).toMatchObject([
      { rule: 'file.unknown', path: 'nonsense' },
    ]);
  });

  test('leaves alone what has no column, and takes away what has an empty cell', async () => {
    await report(ada, `username,email,queues\n${name},a@example.org,${queueName}\n`);
    await report(ada, `username,maxChats\n${name},9\n`);
    expect(await find(name)).toMatchObject({ email: 'a@example.org', maxChats: 9 });
    const { rows } = await report(ada, `username,email,queues,maxChats\n${name},,,\n`);
    expect(rows[0]?.notes).toEqual(['email: a@example.org → none', `queues: − ${queueName}`]);
    expect(await find(name)).toMatchObject({ email: null, maxChats: 9 });
  });

  test('tells the desks of those who were changed, after the commit and not for a dry run', async () => {
    const told: string[] = [];
    const unsubscribe = parts.bus.subscribe('operator', ({ accountId }) => told.push(accountId));
    const file = `username\n${name}\n`;
    await report(ada, file, '?dryRun=true');
    expect(told).toEqual([]);
    await report(ada, file);
    unsubscribe();
    expect(told).toEqual([(await find(name))?.id]);
  });

  test('taken in again from the export changes nothing', async () => {
    await report(
      ada,
      `username,displayName,queues,pools\n${name},=SUM(1),${queueName},Shared \\| all\n`,
    );
    for (const headers of [ada, olga]) {
      const file = await app.inject({ url: '/api/v1/accounts/export', headers: { ...headers } });
      expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
      const { changes, creates, refused: none, unchanged } = await report(headers, file.rawPayload);
      expect([changes, creates, none]).toEqual([0, 0, 0]);
      expect(unchanged).toBeGreaterThan(0);
    }
    expect(await find(name)).toMatchObject({ displayName: '=SUM(1)' });
  });
});

describe('a row is refused', () => {
  const rows: readonly [string, string, string, RegExp][] = [
    ['of another institution', 'username,institution', 'x-new,harbour', /not your institution/],
    ['of no institution', 'username,institution', 'x-new,nowhere', /not your institution/],
    ['whose name another institution has', 'username', 'joe', /taken/],
    ['that is deleted', 'username', 'gone', /restore/],
    ['with a higher role', 'username,role', 'x-new,owner', /higher role/],
    ['with a role that there is not', 'username,role', 'x-new,boss', /role must be/],
    ['with no e-mail address', 'username,email', 'x-new,nobody', /email must be/],
    ['with too many chats', 'username,maxChats', 'x-new,51', /maxChats must be/],
    ['with a switch between yes and no', 'username,chatAccess', 'x-new,perhaps', /chatAccess/],
    ['with an unknown queue', 'username,queues', 'x-new,Nowhere', /no queue “Nowhere”/],
    ['with an unknown pool and room', 'username,pools,rooms', 'x-new,P,R', /no pool “P”/],
    ['with a language that is not spoken', 'username,language', 'x-new,tlh', /language/],
    ['without a name', 'username,email', ',x@example.org', /username/],
    ['with cells that have no heading', 'username', 'x-new,more', /2 cells/],
    ['with cells that are missing', 'username,email', 'x-new', /1 cells/],
    ['that demotes the last admin', 'username,role', 'ada,operator', /admin/],
  ];
  test.each(rows)('%s', async (_, heading, row, reason) => {
    if (row === 'ada,operator')
      await sql
        .updateTable('accounts')
        .set({ role: 'operator' })
        .where('institutionId', '=', northfield)
        .where('username', '!=', 'ada')
        .execute();
    const before = await countAccounts();
    const result = await report(ada, `${heading}\n${row}\n`);
    expect(result).toMatchObject({ refused: 1, applied: false });
    expect(result.rows[0]?.notes[0]).toMatch(reason);
    expect(await countAccounts()).toBe(before);
    expect(await find('ada')).toMatchObject({ role: 'admin' });
  });

  test('when another above it has its name', async () => {
    const { rows: told } = await report(ada, `username\n${name}\n\n${name}\n`);
    expect(told).toMatchObject([
      { line: 2, what: 'create' },
      { line: 4, what: 'refuse', notes: ['Row 2 has the same username.'] },
    ]);
  });

  test('with a neighbour’s queue as with one that there is not, for all but the owner', async () => {
    const file = `username,institution,queues\n${name},northfield,harbour/${foreignQueueName}\n`;
    expect(await report(ada, file)).toMatchObject({ refused: 1 });
    expect(await report(olga, file)).toMatchObject({ creates: 1, applied: true });
    // The admin finds it in their export, and may leave it where it is.
    const again = await report(ada, file);
    expect(again).toMatchObject({ unchanged: 1, applied: true });
  });
});

describe('a file is read', () => {
  const BOM = '\ufeff';
  test.each([
    ['with a byte order mark', (user: string) => `${BOM}username,email\n${user},x@example.org\n`],
    ['with semicolons', (user: string) => `username;email\n${user};x@example.org\n`],
    ['with tabs', (user: string) => `username\temail\n${user}\tx@example.org\n`],
    ['with CRLF and no end', (user: string) => `username,email\r\n${user},x@example.org`],
    [
      'with everything quoted',
      (user: string) => `"username","email"\r\n"${user}","x@example.org"\r\n`,
    ],
    [
      'with headings in another order and form',
      (user: string) =>
        `E-Mail,Display Name,USERNAME\nx@example.org,"A\nB",${user}\n`.replace('"A\nB"', '"A B"'),
    ],
    [
      'with empty rows and spaces',
      (user: string) => `username,email\n\n  ${user} , x@example.org \n,\n`,
    ],
  ])('%s', async (_, write) => {
    expect(await report(ada, write(name))).toMatchObject({ creates: 1, refused: 0, applied: true });
    expect(await find(name)).toMatchObject({ email: 'x@example.org' });
  });

  test.each([
    ['that is empty', '', /empty/],
    ['of blank lines', '\n\n,,\n', /empty/],
    ['with an unknown column', 'username,pasword\nx,y\n', /“pasword” is no column/],
    ['with a column twice', 'username,email,Email\nx,y,z\n', /twice/],
    ['without a username', 'email\nx@example.org\n', /username/],
    ['with a quotation mark that is not closed', 'username\n"x\ny\n', /quotation mark/],
    [
      'with more rows than allowed',
      `username\n${'x\n'.repeat(IMPORT_LIMITS.rows + 1)}`,
      /5000 rows/,
    ],
    ['of binary junk', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]), /UTF-8/],
    ['in another encoding', Buffer.from('username,displayName\nx,caf\xe9\n', 'latin1'), /UTF-8/],
    ['in UTF-16', Buffer.from('\ufeffusername\nx\n', 'utf16le'), /UTF-8/],
  ])('or refused: one %s', async (_, file, reason) => {
    expect(await refused(file)).toMatch(reason);
  });

  test('unless it is larger than allowed, told or not', async () => {
    const large = Buffer.alloc(IMPORT_LIMITS.bytes + 1, 'x');
    expect(await refused(large, 413)).toMatch(/5 MB/);
  });

  test.each([
    ['told', { 'content-length': '100000000' }],
    // The server has to count.
    ['not told', { 'transfer-encoding': 'chunked' }],
  ])('and is given up at once when it has a hundred megabytes, %s', async (_, size) => {
    if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const upload = request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/api/v1/accounts/import',
          headers: { ...ada, 'content-type': 'text/csv', ...size },
        },
        (answer) => {
          resolve(answer.statusCode);
          upload.destroy();
        },
      );
      upload.on('error', reject);
      const chunk = Buffer.alloc(1_000_000, 'x');
      let sent = 0;
      const more = () => {
        // Never a hundred: the answer comes long before.
        while (sent < 100 && upload.write(chunk)) sent += 1;
        sent += 1;
        if (sent < 100) upload.once('drain', more);
      };
      more();
    });
    expect(status).toBe(413);
  });
});

describe('the door', () => {
  test('is closed to operators and to nobody', async () => {
    expect((await send(sadie, `username\n${name}\n`)).statusCode).toBe(403);
    const exported = await app.inject({ url: '/api/v1/accounts/export', headers: { ...sadie } });
    expect(exported.statusCode).toBe(403);
    const nobody = await app.inject({
      method: 'POST',
      url: '/api/v1/accounts/import',
      headers: { 'content-type': 'text/csv' },
      payload: `username\n${name}\n`,
    });
    expect(nobody.statusCode).toBe(401);
    expect(await find(name)).toBeUndefined();
  });

  test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
    'refuses %s, and says what it takes',
    async (type) => {
      const answer = await send(ada, '{}', '', type);
      expect([answer.statusCode, answer.json().detail]).toEqual([
        415,
        expect.stringContaining('text/csv'),
      ]);
    },
  );

  test('takes CSV, and no other does', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/queues',
      headers: { ...ada, 'content-type': 'text/csv' },
      payload: 'name\nMine\n',
    });
    expect(answer.statusCode).toBe(415);
  });

  test('exports to an admin their institution alone, whatever they ask for', async () => {
    const read = async (headers: StaffHeaders, query = '') =>
      (await app.inject({ url: `/api/v1/accounts/export${query}`, headers: { ...headers } })).body;
    expect(await read(ada)).toMatch(/\nsadie,/);
    expect(await read(ada)).not.toMatch(/\njoe,/);
    expect(await read(ada)).not.toMatch(/\ngone,/);
    expect(await read(ada, `?institutionId=${harbour}`)).not.toMatch(/\njoe,/);
    expect(await read(olga, `?institutionId=${harbour}`)).toMatch(/\njoe,/);
    expect(await read(olga, `?institutionId=${harbour}`)).not.toMatch(/\nsadie,/);
  });
});

test('of one person one file is taken in at a time, and of all no more than two', async () => {
  const rows = Array.from({ length: 100 }, (_, n) => `${name}-${n}`);
  const file = ['username', ...rows].join('\n');
  const answers = await Promise.all(
    [ada, ada, olga, joe].map((headers) => send(headers, file, '?dryRun=true')),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 409, 429]);
  expect((await send(joe, file, '?dryRun=true')).statusCode).toBe(200);
});

test('a thousand accounts come in at once, and their progress can be asked for', async () => {
  const lines = Array.from(
    { length: 1_000 },
    (_, n) => `bulk-${n},bulk-${n}@example.org,${queueName}`,
  );
  const file = `username,email,queues\n${lines.join('\n')}\n`;
  const progress = async () =>
    (await app.inject({ url: '/api/v1/accounts/import', headers: { ...ada } })).json<{
      progress: { done: number; rows: number } | null;
    }>().progress;
  let isOver = false;
  const importing = report(ada, file).finally(() => {
    isOver = true;
  });
  let halfway = await progress();
  while (!isOver && !(halfway && halfway.done > 0)) halfway = await progress();
  expect(halfway).toMatchObject({ done: expect.any(Number), rows: 1_000 });
  expect(halfway?.done).toBeLessThan(1_000);
  expect(await importing).toMatchObject({ creates: 1_000, refused: 0, applied: true });
  expect(await progress()).toBeNull();
});
