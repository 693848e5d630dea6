import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { IMPORT_LIMITS } from '#protocol/account-files.ts';
import { openAccountFiles } from '../../test/account-file-app.ts';

const { app, as, harbour, newName, send, reports, refuses, exports, find } =
  await openAccountFiles();

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
    const name = newName();
    expect(await reports('ada', write(name))).toMatchObject({
      creates: 1,
      refused: 0,
      applied: true,
    });
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
    expect(await refuses(file)).toMatch(reason);
  });

  test('unless it is larger than allowed, told or not', async () => {
    const large = Buffer.alloc(IMPORT_LIMITS.bytes + 1, 'x');
    expect(await refuses(large, 413)).toMatch(/5 MB/);
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
          headers: { ...as.ada, 'content-type': 'text/csv', ...size },
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
    const name = newName();
    expect((await send('sadie', `username\n${name}\n`)).statusCode).toBe(403);
    const exported = await exports('sadie');
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
      const answer = await send('ada', '{}', '', type);
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
      headers: { ...as.ada, 'content-type': 'text/csv' },
      payload: 'name\nMine\n',
    });
    expect(answer.statusCode).toBe(415);
  });

  test('exports to an admin their institution alone, whatever they ask for', async () => {
    const read = async (who: 'ada' | 'olga', query = '') => (await exports(who, query)).body;
    expect(await read('ada')).toMatch(/\nsadie,/);
    expect(await read('ada')).not.toMatch(/\njoe,/);
    expect(await read('ada')).not.toMatch(/\ngone,/);
    expect(await read('ada', `?institutionId=${harbour}`)).not.toMatch(/\njoe,/);
    expect(await read('olga', `?institutionId=${harbour}`)).toMatch(/\njoe,/);
    expect(await read('olga', `?institutionId=${harbour}`)).not.toMatch(/\nsadie,/);
  });
});
