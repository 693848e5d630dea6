import { expect, test } from 'vitest';
import { collectLog } from '../http/test-app.ts';
import { mailReader } from './mail-reader.ts';

const HEAD = 'From: sam@example.org\r\nSubject: Maps\r\nMessage-ID: <1@example.org>\r\n';
const ORDINARY = Buffer.from(
  `${HEAD}Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nWhere?\r\n--B\r\nContent-Type: application/pdf; name=map.pdf\r\n\r\nx\r\n--B--\r\n`,
);
/** Each line changes the alphabet twice: so many of them are seconds of work. */
function laborious(lines: number): Buffer {
  const line = `\x1b$B${'0'.repeat(60)}\x1b(B\r\n`;
  return Buffer.from(
    `${HEAD}Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n${line.repeat(lines)}`,
  );
}
const ENDLESS = laborious(390_000);

/** Each takes as long as it likes, but the endless one. */
function openReader(patienceMs = 60_000) {
  const { log, lines } = collectLog();
  return { read: mailReader({ patienceMs, log }), lines };
}

test('a mail comes back from its own thread as it would have been read here', async () => {
  const { read } = openReader();
  const found = await read(ORDINARY);
  expect(found).toMatchObject({
    isHead: false,
    mail: { from: 'sam@example.org', subject: 'Maps', text: expect.stringContaining('Where?') },
  });
  const [file] = found?.mail.files ?? [];
  expect(Buffer.isBuffer(found?.mail.hash) && Buffer.isBuffer(file?.content)).toBe(true);
  expect(file?.content?.toString().trim()).toBe('x');
});

test('of a mail that takes too long the head is read, and the next one as ever', async () => {
  const { read, lines } = openReader(500);
  const [endless, next] = await Promise.all([read(ENDLESS), read(ORDINARY)]);
  expect(endless).toMatchObject({
    isHead: true,
    mail: { from: 'sam@example.org', messageId: '<1@example.org>', text: '', files: [] },
  });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { bytes: ENDLESS.length, reason: 'it took too long' },
  ]);
  expect(lines.join()).not.toContain('sam@');
  expect(next).toMatchObject({ isHead: false, mail: { files: [{ name: 'map.pdf' }] } });
});

test('what is no mail is none, and ends nothing', async () => {
  const { read, lines } = openReader();
  const tooMany = `X: y${'\r\nX: '.padEnd(90, 'y').repeat(4_000)}\r\n\r\n`;
  expect(await read(Buffer.from(tooMany))).toBeUndefined();
  expect(await read(ORDINARY)).toMatchObject({ isHead: false });
  expect(lines).toEqual([]);
});

test('while it is read, everything else goes on', async () => {
  const { read } = openReader();
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  await read(ORDINARY);
  turns = 0;
  await read(laborious(40_000));
  clearInterval(turning);
  // Read here, it would take the only turn there is.
  expect(turns).toBeGreaterThan(10);
});
