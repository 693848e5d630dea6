import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { readConfig } from './config.ts';
import { StartError } from './start-error.ts';

test('an empty environment serves this machine alone, with a database of its own', () => {
  expect(readConfig({}, [])).toEqual({
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:8080',
    dataFolder: resolve('data'),
    databaseUrl: null,
    natsUrl: null,
    smtpUrl: null,
    imapUrl: null,
    mailHookSecret: null,
    mailAddress: null,
    key: null,
    acceptedKey: null,
    trustedProxies: [],
    socketsPerAddress: 5_000,
    openMetrics: false,
    logLevel: 'info',
    demo: false,
  });
});

test.each([
  [{ PORT: '9000' }, { port: 9000, publicUrl: 'http://localhost:9000' }],
  [{ PORT: '' }, { port: 8080 }],
  [
    { PUBLIC_URL: 'https://chat.example.org/' },
    { publicUrl: 'https://chat.example.org', host: '0.0.0.0' },
  ],
  [{ PUBLIC_URL: 'https://chat.example.org:443' }, { publicUrl: 'https://chat.example.org' }],
  [{ PUBLIC_URL: 'http://[::1]:8080' }, { host: '127.0.0.1' }],
  [{ PUBLIC_URL: 'https://chat.example.org', HOST: '::1' }, { host: '::1' }],
  [{ HOST: 'localhost' }, { host: 'localhost' }],
  [{ CARREL_DATA: '/srv/carrel' }, { dataFolder: '/srv/carrel' }],
  [{ DATABASE_URL: 'postgresql://u:p@db/carrel' }, { databaseUrl: 'postgresql://u:p@db/carrel' }],
  [{ NATS_URL: 'nats://a:4222,tls://b:4222' }, { natsUrl: 'nats://a:4222,tls://b:4222' }],
  [{ SMTP_URL: 'smtp://localhost:25' }, { smtpUrl: 'smtp://localhost:25' }],
  [{ MAIL_ADDRESS: 'desk@example.org' }, { mailAddress: 'desk@example.org' }],
  [
    { MAIL_ADDRESS: 'desk@example.org', IMAP_URL: 'imaps://desk%40example.org:p@mail:993' },
    { imapUrl: 'imaps://desk%40example.org:p@mail:993' },
  ],
  [{ CARREL_KEY: `${'A'.repeat(43)}=` }, { key: `${'A'.repeat(43)}=` }],
  [{ ACCEPT_KEY: '0123456789ab' }, { acceptedKey: '0123456789ab' }],
  [{ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }, { trustedProxies: ['10.0.0.0/8', '::1'] }],
  [{ SOCKETS_PER_ADDRESS: '300' }, { socketsPerAddress: 300 }],
  [{ METRICS: 'on' }, { openMetrics: true }],
  [{ METRICS: 'off' }, { openMetrics: false }],
  [{ LOG_LEVEL: 'warn' }, { logLevel: 'warn' }],
])('reads %j', (environment, expected) => {
  expect(readConfig(environment, [])).toMatchObject(expected);
});

test('keeps the demonstration in a folder of its own, unless one is named', () => {
  expect(readConfig({}, ['--demo'])).toMatchObject({ dataFolder: resolve('data-demo') });
  expect(readConfig({ CARREL_DATA: '/srv/carrel' }, ['--demo'])).toMatchObject({
    dataFolder: '/srv/carrel',
  });
});

test.each([
  ['ACCEPT_KEY', 'yes'],
  ['SOCKETS_PER_ADDRESS', '0'],
  ['SOCKETS_PER_ADDRESS', 'all'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['PORT', '8080; rm'],
  ['HOST', 'http://localhost'],
  ['HOST', 'localhost:8080'],
  ['PUBLIC_URL', 'chat.example.org'],
  ['METRICS', 'yes'],
  ['PUBLIC_URL', 'ftp://chat.example.org'],
  ['PUBLIC_URL', 'https://example.org/chat'],
  ['PUBLIC_URL', 'https://example.org/?a'],
  ['PUBLIC_URL', 'https://user:word@example.org'],
  ['CARREL_DATA', 'da\0ta'],
  ['MAIL_ADDRESS', 'desk at example.org'],
  ['TRUSTED_PROXIES', 'proxy'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.1,'],
  ['LOG_LEVEL', 'verbose'],
])('%s=%j stops the start with one line that names variable, rule and value', (name, value) => {
  const start = () => readConfig({ [name]: value }, []);
  expect(start).toThrow(StartError);
  expect(start).toThrow(new RegExp(`^${name} must be .+; it is .+\\.$`));
  expect(start).toThrow(JSON.stringify(value));
});

test.each([
  ['DATABASE_URL', 'mysql://root:hunter2@db'],
  ['NATS_URL', 'http://root:hunter2@bus'],
  ['SMTP_URL', 'root:hunter2@mail'],
  ['IMAP_URL', 'pop3://root:hunter2@mail'],
  ['IMAP_URL', 'imaps://hunter2@mail'],
  ['MAIL_HOOK_SECRET', 'hunter2'],
  ['CARREL_KEY', 'hunter2'],
])('a wrong %s stops the start without printing it', (name, value) => {
  const start = () => readConfig({ [name]: value }, []);
  expect(start).toThrow(new RegExp(`^${name} must be .+\\.$`));
  expect(start).not.toThrow('hunter2');
});

test('mail that comes in needs an address that it comes to', () => {
  const start = () => readConfig({ MAIL_HOOK_SECRET: 'x'.repeat(24) }, []);
  expect(start).toThrow(/^MAIL_ADDRESS must be set .+\.$/);
});

test.each([
  [[], { demo: false, show: null }],
  [['--demo'], { demo: true, show: null }],
  [['--help'], { demo: false, show: 'help' }],
  [['--demo', '--version'], { demo: true, show: 'version' }],
])('the command line %j', (args, expected) => {
  expect(readCommandLine(args)).toEqual(expected);
});

test.each([
  [['--dmeo'], '"--dmeo" is not known here'],
  [['demo'], '"demo" is not known here'],
  [['-d'], '"-d" is not known here'],
  [['--demo=yes'], '"--demo=yes" is not known here'],
  [['--__proto__'], '"--__proto__" is not known here'],
])('the command line %j is refused in one line', (args, line) => {
  expect(() => readCommandLine(args)).toThrow(StartError);
  expect(() => readCommandLine(args)).toThrow(line);
});
