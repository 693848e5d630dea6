import { expect, test } from 'vitest';
import { parseMail } from './parse-mail.ts';

const HEAD = 'From: sam@example.org\r\nSubject: Maps\r\nMIME-Version: 1.0\r\n';

function parse(rest: string) {
  return parseMail(Buffer.from(`${HEAD}${rest}`));
}

const HTML = 'Content-Type: text/html\r\n\r\n';

// Whoever knows the address may send these. Each would keep the process busy for minutes.
test.each([
  ['tags that never end', `<p>Where?</p>${'<div>'.repeat(400_000)}`],
  ['tables in tables', `<p>Where?</p>${'<table><tr><td>'.repeat(100_000)}`],
  ['lists in lists', `<p>Where?</p>${'<ul><li>'.repeat(200_000)}`],
])('of %s, the beginning is read', async (_, html) => {
  const { text } = await parse(`${HTML}${html}<p>Too far</p>`);
  expect(text).toContain('Where?');
  expect(text).not.toContain('Too far');
});

test('a mail of very many short lines is cut off', async () => {
  const parts = (lines: number) =>
    `Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nWhere?\r\n--B\r\n\r\n${'\n'.repeat(
      lines,
    )}\r\n--B\r\nContent-Type: application/pdf; name=map.pdf\r\n\r\nx\r\n--B--\r\n`;
  expect((await parse(parts(10))).files).toMatchObject([{ name: 'map.pdf' }]);
  const cut = await parse(parts(50_000));
  expect(cut.files).toEqual([]);
  expect(cut.text).toContain('Where?');
});

test('a mail of as many full lines as it may have is read whole', { timeout: 30_000 }, async () => {
  const line = `${'A'.repeat(76)}\r\n`;
  const { files } = await parse(
    `Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nWhere?\r\n--B\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${line.repeat(60_000)}--B\r\nContent-Type: application/pdf; name=b.pdf\r\n\r\nx\r\n--B--\r\n`,
  );
  expect(files.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
});

test('of what came back the ids are read, wherever they stand, and of no other mail', async () => {
  const report = 'Content-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n';
  const status = '--B\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n';
  const back = `--B\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <1@a.example>\r\n\r\n> <2@b.example>\r\n--B--\r\n`;
  const { isBounce, returned } = await parse(`${report}${status}${back}`);
  expect({ isBounce, returned }).toEqual({
    isBounce: true,
    returned: '<1@a.example> <2@b.example>',
  });
  expect((await parse('\r\nSee <1@a.example>.')).returned).toBe('');
});

test('an ordinary page is read whole', async () => {
  const { text } = await parse(`${HTML}${'<p>One of <b>many</b>.</p>'.repeat(500)}<p>The end</p>`);
  expect(text).toContain('The end');
});
