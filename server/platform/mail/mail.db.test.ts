import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { drivenClock } from '../../../test/clock.ts';
import { testDatabase } from '../../../test/database/index.ts';
import { openMailbox } from '../../../test/mailbox.ts';
import { openDatabase } from '../database/index.ts';
import { collectLog } from '../http/test-app.ts';
import { addJob, jobWorker } from '../jobs/index.ts';
import { ciphersOf } from '../secrets.ts';
import {
  fileTransport,
  type Letter,
  MAIL,
  type MailTransport,
  sendLetters,
  smtpTransport,
} from './index.ts';

const connection = await testDatabase();
const database = openDatabase(connection, { connections: 2, onError: () => undefined });
afterAll(() => database.close());
const clock = drivenClock();
const parts = { database, clock, ciphers: ciphersOf(Buffer.alloc(32, 7)) };
const mailbox = await openMailbox();

const LETTER: Letter = {
  to: 'sadie@northfield.test',
  language: 'es',
  subject: 'Elija una contraseña nueva',
  greeting: 'Hola, Sadie <p>:',
  lead: 'Alguien & “usted”',
  list: ['sadie'],
  button: { label: 'Elegir', url: 'https://chat.example.org/password#abc' },
  notes: ['Una sola vez.'],
};

let errors: unknown[] = [];

beforeEach(async () => {
  errors = [];
  mailbox.refuses = null;
  mailbox.mails.length = 0;
  await database.sql.deleteFrom('jobs').execute();
});

function worker(transport: MailTransport) {
  const { log, lines } = collectLog();
  const jobs = jobWorker(parts, (error) => errors.push(error));
  sendLetters(jobs, { publicUrl: 'https://chat.example.org', transport, log });
  return { jobs, lines };
}

test('a letter arrives as text and as HTML, from this Carrel’s own host', async () => {
  await addJob(parts, database.sql, MAIL, LETTER);
  await worker(smtpTransport(mailbox.url)).jobs.runDue();
  const [mail, ...more] = mailbox.take('sadie@northfield.test');
  expect(more).toEqual([]);
  expect(mail?.from).toMatchObject({ name: 'Carrel', address: 'no-reply@chat.example.org' });
  expect(mail?.subject).toBe('Elija una contraseña nueva');
  expect(mail?.link).toBe('https://chat.example.org/password#abc');
  expect(mail?.text).toContain('Hola, Sadie <p>:');
  expect(mail?.html).toContain('Hola, Sadie &lt;p&gt;:');
  expect(mail?.html).toContain('<html lang="es">');
  expect(mail?.headers).toContainEqual(
    expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
  );
});

test('a mail server that is away, or asks to come later, gets it later, once', async () => {
  await addJob(parts, database.sql, MAIL, LETTER);
  await worker(smtpTransport('smtp://127.0.0.1:9')).jobs.runDue();
  expect(errors).toHaveLength(1);
  const { jobs } = worker(smtpTransport(mailbox.url));
  mailbox.refuses = '450 try again later';
  clock.advance(15);
  await jobs.runDue();
  expect(errors).toHaveLength(2);
  mailbox.refuses = null;
  clock.advance(60);
  await jobs.runDue();
  await jobs.runDue();
  expect(mailbox.take('sadie@northfield.test')).toHaveLength(1);
});

test('an address that the mail server does not know is given up, and no log or error names it', async () => {
  await addJob(parts, database.sql, MAIL, LETTER);
  mailbox.refuses = '550 no such person: sadie@northfield.test';
  const { jobs, lines } = worker(smtpTransport(mailbox.url));
  await jobs.runDue();
  mailbox.refuses = null;
  clock.advance(3_600);
  await jobs.runDue();
  expect(mailbox.mails).toEqual([]);
  expect(errors).toEqual([]);
  expect(lines).toHaveLength(1);
  expect(lines.join()).not.toContain('northfield.test');
});

test('errors that are told name no address either', async () => {
  await addJob(parts, database.sql, MAIL, LETTER);
  mailbox.refuses = '451 not now: sadie@northfield.test';
  await worker(smtpTransport(mailbox.url)).jobs.runDue();
  expect(errors).toHaveLength(1);
  const [error] = errors as Error[];
  expect(`${error?.message} ${String(error?.cause)}`).not.toContain('northfield.test');
});

test('without a mail server it is a file for its owner alone, named on the console', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'carrel-mail-'));
  afterAll(() => rm(folder, { recursive: true }));
  const { log, lines } = collectLog();
  await addJob(parts, database.sql, MAIL, LETTER);
  await worker(fileTransport(join(folder, 'mail'), log)).jobs.runDue();
  const [name = '', ...more] = await readdir(join(folder, 'mail'));
  expect(more).toEqual([]);
  const file = join(folder, 'mail', name);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(lines.map((line) => JSON.parse(line).file)).toEqual([file]);
  expect(lines.join()).not.toContain('sadie@');
  const mail = await PostalMime.parse(await readFile(file));
  expect(mail.to).toMatchObject([{ address: 'sadie@northfield.test' }]);
  expect(mail.text).toContain('https://chat.example.org/password#abc');
});
