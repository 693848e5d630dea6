import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { hasUserAndPassword, isAddressOrNetwork, isNatsServer, isOrigin } from './address-rules.ts';
import { readCommandLine } from './command-line.ts';
import type { LogLevel } from './log.ts';
import { LOG_LEVELS } from './log.ts';
import { StartError } from './start-error.ts';

/** What whoever runs Carrel chose. Read once at start; nothing else reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Origin that people open Carrel at, without a slash at its end. */
  readonly publicUrl: string;
  /** Absolute path. */
  readonly dataFolder: string;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Null: one process, no bus between several. */
  readonly natsUrl: string | null;
  /** Null: mails become files in the data folder. */
  readonly smtpUrl: string | null;
  /** Null: no mailbox is looked into. */
  readonly imapUrl: string | null;
  /** Null: there is no mail hook. */
  readonly mailHookSecret: string | null;
  /** Where patrons' answers arrive: the sender of mails to them. Null: nobody reads what they answer. */
  readonly mailAddress: string | null;
  /** Null: a key file in the data folder. */
  readonly key: string | null;
  /** The sign of a key that takes the place of the one before it. Null: none does. */
  readonly acceptedKey: string | null;
  readonly trustedProxies: readonly string[];
  /** Live connections that one address may have open at once, to this process. */
  readonly socketsPerAddress: number;
  /** `/metrics` answers whoever reaches the port, and not this machine alone. */
  readonly openMetrics: boolean;
  readonly logLevel: LogLevel;
  readonly demo: boolean;
}

interface Variable {
  readonly schema: z.ZodType;
  /** Follows "must be". */
  readonly rule: string;
  /** May hold a password, so it is never printed. */
  readonly secret: boolean;
}

const VARIABLES = {
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(65_535)),
    rule: 'a whole number from 1 to 65535',
    secret: false,
  },
  HOST: {
    schema: z.union([z.hostname(), z.string().refine((host) => isIP(host) !== 0)]),
    rule: 'a host name or an IP address, without port or scheme',
    secret: false,
  },
  PUBLIC_URL: {
    schema: z
      .url({ protocol: /^https?$/ })
      .refine(isOrigin)
      .transform((address) => new URL(address).origin),
    rule: 'an origin such as https://chat.example.org, with nothing behind it',
    secret: false,
  },
  CARREL_DATA: {
    schema: z.string().refine((path) => !path.includes('\0')),
    rule: 'the path of a folder',
    secret: false,
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    rule: 'an address such as postgres://user:password@host:5432/database',
    secret: true,
  },
  NATS_URL: {
    schema: z.string().refine((urls) => urls.split(',').every(isNatsServer)),
    rule: 'an address such as nats://host:4222, or several with commas between',
    secret: true,
  },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }),
    rule: 'an address such as smtps://user:password@host:465',
    secret: true,
  },
  IMAP_URL: {
    schema: z.url({ protocol: /^imaps?$/ }).refine(hasUserAndPassword),
    rule: 'an address such as imaps://user:password@host:993, with user and password',
    secret: true,
  },
  MAIL_HOOK_SECRET: {
    schema: z.string().min(24).max(200),
    rule: 'a secret of 24 to 200 characters, as `openssl rand -hex 32` makes them',
    secret: true,
  },
  MAIL_ADDRESS: {
    schema: z.email(),
    rule: 'the e-mail address at which answers of patrons arrive',
    secret: false,
  },
  CARREL_KEY: {
    schema: z.base64().refine((key) => Buffer.from(key, 'base64').length === 32),
    rule: '32 bytes as base64, as `openssl rand -base64 32` makes them',
    secret: true,
  },
  ACCEPT_KEY: {
    schema: z.string().regex(/^[0-9a-f]{12}$/),
    rule: 'the 12 characters by which Carrel names a key when it refuses it',
    secret: false,
  },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .transform((list) => list.split(',').map((entry) => entry.trim()))
      .refine((entries) => entries.every(isAddressOrNetwork)),
    rule: 'IP addresses or networks such as 10.0.0.0/8, with commas between',
    secret: false,
  },
  SOCKETS_PER_ADDRESS: {
    schema: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number)
      .pipe(z.int().min(1)),
    rule: 'a whole number from 1 to 999999',
    secret: false,
  },
  METRICS: { schema: z.literal(['on', 'off']), rule: 'on or off', secret: false },
  LOG_LEVEL: {
    schema: z.literal(LOG_LEVELS),
    rule: `one of ${LOG_LEVELS.join(', ')}`,
    secret: false,
  },
} as const satisfies Record<string, Variable>;

/** A campus of 2,000 patrons and 200 desks behind one address is not half of it; each takes some 20 KB. */
const SOCKETS_PER_ADDRESS = 5_000;

type Name = keyof typeof VARIABLES;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment and the command line. A variable that is absent or empty has its default.
 *
 * @throws StartError for the first value that breaks its rule: names variable, rule and (no secret's) value
 */
export function readConfig(environment: Environment, args: readonly string[]): Config {
  const { demo } = readCommandLine(args);
  const read = <Key extends Name>(name: Key) => readVariable(name, environment);

  const mailAddress = read('MAIL_ADDRESS') ?? null;
  const imapUrl = read('IMAP_URL') ?? null;
  const mailHookSecret = read('MAIL_HOOK_SECRET') ?? null;
  if (mailAddress === null && (imapUrl ?? mailHookSecret) !== null)
    throw new StartError(
      'MAIL_ADDRESS must be set where IMAP_URL or MAIL_HOOK_SECRET is: patrons answer to it.',
    );

  const port = read('PORT') ?? 8_080;
  const publicUrl = read('PUBLIC_URL') ?? `http://localhost:${port}`;
  return {
    port,
    host: read('HOST') ?? usualHost(publicUrl),
    publicUrl,
    // What was tried out stays apart from what is set up afterwards.
    dataFolder: resolve(read('CARREL_DATA') ?? (demo ? 'data-demo' : 'data')),
    databaseUrl: read('DATABASE_URL') ?? null,
    natsUrl: read('NATS_URL') ?? null,
    smtpUrl: read('SMTP_URL') ?? null,
    imapUrl,
    mailHookSecret,
    mailAddress,
    key: read('CARREL_KEY') ?? null,
    acceptedKey: read('ACCEPT_KEY') ?? null,
    trustedProxies: read('TRUSTED_PROXIES') ?? [],
    socketsPerAddress: read('SOCKETS_PER_ADDRESS') ?? SOCKETS_PER_ADDRESS,
    openMetrics: read('METRICS') === 'on',
    logLevel: read('LOG_LEVEL') ?? 'info',
    demo,
  };
}

function readVariable<Key extends Name>(
  name: Key,
  environment: Environment,
): z.output<(typeof VARIABLES)[Key]['schema']> | undefined {
  const value = environment[name]?.trim();
  if (value === undefined || value === '') return undefined;
  const { schema, rule, secret } = VARIABLES[name];
  const result = schema.safeParse(value);
  if (!result.success) {
    const shown = secret
      ? 'its value is not shown, it may hold a password'
      : `it is ${JSON.stringify(value)}`;
    throw new StartError(`${name} must be ${rule}; ${shown}.`);
  }
  return result.data as z.output<(typeof VARIABLES)[Key]['schema']>;
}

/**
 * Until PUBLIC_URL says where people reach Carrel, nobody from elsewhere could sign in: so a first trial
 * on a laptop is open to that laptop alone. From then on, every network interface.
 */
function usualHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  const isThisMachine =
    hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return isThisMachine ? '127.0.0.1' : '0.0.0.0';
}
