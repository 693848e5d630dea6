import { describe, expect, test } from 'vitest';
import type { ImportReport } from '#protocol/account-files.ts';
import { openAccountFiles } from '../../test/account-file-app.ts';

const { parts, sql, app, as, northfield, queueName, foreignQueueName, newName, ...here } =
  await openAccountFiles();
const { send, reports, exports, find, countAccounts } = here;

describe('a dry run', () => {
  test('says row by row what would be made, changed and refused, and does nothing', async () => {
    const name = newName();
    const before = await countAccounts();
    const file = `username,email,displayName\n${name},new@example.org,New\nsadie,s@example.org,sadie\nada,,ada\nSadie P!,,\n`;
    const { rows, ...sums } = await reports('ada', file, '?dryRun=true');
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
    const name = newName();
    const file = `username,displayName,email,institution,role,chatAccess,language,maxChats,queues,pools,rooms\n${name},"Néa ""N"" Ng",${name}@example.org,northfield,admin,no,fr,7,${queueName},Shared \\| all,\n`;
    expect(await reports('ada', file)).toMatchObject({ creates: 1, refused: 0, applied: true });
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
    const name = newName();
    const file = `username\n${name}\n${name}-two\nNot a name\n`;
    expect(await reports('ada', file)).toMatchObject({ creates: 2, refused: 1, applied: false });
    expect(await find(name)).toBeUndefined();
    expect(await find(`${name}-two`)).toBeUndefined();
  });

  test('names the rule of each note, for who has their own words', async () => {
    const name = newName();
    const answer = await send('ada', `username,queues\n${name},Nowhere\n`);
    expect(answer.json<ImportReport>().rows[0]?.notes).toEqual([
      {
        rule: 'unknownQueue',
        values: { name: 'Nowhere' },
        text: 'There is no queue “Nowhere” for this account.',
      },
    ]);
    expect((await send('ada', 'username,"x\n')).json().errors).toMatchObject([
      { rule: 'file.quotes', path: '1' },
    ]);
    expect((await send('ada', 'username,nonsense\n')).json().errors).toMatchObject([
      { rule: 'file.unknown', path: 'nonsense' },
    ]);
  });

  test('leaves alone what has no column, and takes away what has an empty cell', async () => {
    const name = newName();
    await reports('ada', `username,email,queues\n${name},a@example.org,${queueName}\n`);
    await reports('ada', `username,maxChats\n${name},9\n`);
    expect(await find(name)).toMatchObject({ email: 'a@example.org', maxChats: 9 });
    const { rows } = await reports('ada', `username,email,queues,maxChats\n${name},,,\n`);
    expect(rows[0]?.notes).toEqual(['email: a@example.org → none', `queues: − ${queueName}`]);
    expect(await find(name)).toMatchObject({ email: null, maxChats: 9 });
  });

  test('tells the desks of those who were changed, after the commit and not for a dry run', async () => {
    const name = newName();
    const told: string[] = [];
    const unsubscribe = parts.bus.subscribe('operator', ({ accountId }) => told.push(accountId));
    const file = `username\n${name}\n`;
    await reports('ada', file, '?dryRun=true');
    expect(told).toEqual([]);
    await reports('ada', file);
    unsubscribe();
    expect(told).toEqual([(await find(name))?.id]);
  });

  test('taken in again from the export changes nothing', async () => {
    const name = newName();
    await reports(
      'ada',
      `username,displayName,queues,pools\n${name},=SUM(1),${queueName},Shared \\| all\n`,
    );
    for (const who of ['ada', 'olga'] as const) {
      const file = await exports(who);
      expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
      const { changes, creates, refused: none, unchanged } = await reports(who, file.rawPayload);
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
    const result = await reports('ada', `${heading}\n${row}\n`);
    expect(result).toMatchObject({ refused: 1, applied: false });
    expect(result.rows[0]?.notes[0]).toMatch(reason);
    expect(await countAccounts()).toBe(before);
    expect(await find('ada')).toMatchObject({ role: 'admin' });
  });

  test('when another above it has its name', async () => {
    const name = newName();
    const { rows: told } = await reports('ada', `username\n${name}\n\n${name}\n`);
    expect(told).toMatchObject([
      { line: 2, what: 'create' },
      { line: 4, what: 'refuse', notes: ['Row 2 has the same username.'] },
    ]);
  });

  test('with a neighbour’s queue as with one that there is not, for all but the owner', async () => {
    const name = newName();
    const file = `username,institution,queues\n${name},northfield,harbour/${foreignQueueName}\n`;
    expect(await reports('ada', file)).toMatchObject({ refused: 1 });
    expect(await reports('olga', file)).toMatchObject({ creates: 1, applied: true });
    // The admin finds it in their export, and may leave it where it is.
    const again = await reports('ada', file);
    expect(again).toMatchObject({ unchanged: 1, applied: true });
  });
});

test('of one person one file is taken in at a time, and of all no more than two', async () => {
  const name = newName();
  const rows = Array.from({ length: 100 }, (_, n) => `${name}-${n}`);
  const file = ['username', ...rows].join('\n');
  const answers = await Promise.all(
    (['ada', 'ada', 'olga', 'joe'] as const).map((who) => send(who, file, '?dryRun=true')),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 409, 429]);
  expect((await send('joe', file, '?dryRun=true')).statusCode).toBe(200);
});

// A busy machine needs its time for a thousand.
test('a thousand accounts come in at once, and their progress can be asked for', async () => {
  const lines = Array.from(
    { length: 1_000 },
    (_, n) => `bulk-${n},bulk-${n}@example.org,${queueName}`,
  );
  const file = `username,email,queues\n${lines.join('\n')}\n`;
  const progress = async () =>
    (await app.inject({ url: '/api/v1/accounts/import', headers: { ...as.ada } })).json<{
      progress: { done: number; rows: number } | null;
    }>().progress;
  let isOver = false;
  const importing = reports('ada', file).finally(() => {
    isOver = true;
  });
  let halfway = await progress();
  while (!isOver && !(halfway && halfway.done > 0)) halfway = await progress();
  expect(halfway).toMatchObject({ done: expect.any(Number), rows: 1_000 });
  expect(halfway?.done).toBeLessThan(1_000);
  expect(await importing).toMatchObject({ creates: 1_000, refused: 0, applied: true });
  expect(await progress()).toBeNull();
}, 60_000);
