import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const NONCE_BYTES = 16;

/** Answers the hash in the PHC form, `$argon2id$v=19$m=…,t=…,p=…$nonce$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(NONCE_BYTES);
  const tag = await deriveTag(password, nonce, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/**
 * Takes as long for an account without a password, or without existence, as for a wrong password:
 * the time tells nobody who is here.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parsed = parsePhc(stored ?? (await absentHash()));
  const tag = await deriveTag(password, parsed.nonce, parsed.cost);
  return timingSafeEqual(tag, parsed.tag) && stored !== null;
}

let absent: Promise<string> | undefined;
function absentHash(): Promise<string> {
  absent ??= hashPassword(randomBytes(TAG_BYTES).toString('hex'));
  return absent;
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

function deriveTag(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  // NFKC, as NIST SP 800-63B asks: the same password from another keyboard is the same bytes.
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return derive('argon2id', { message, nonce, tagLength: TAG_BYTES, ...cost });
}

function parsePhc(phc: string): { cost: Cost; nonce: Buffer; tag: Buffer } {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(phc);
  if (!parts) throw new Error('A stored password hash is not of the form that Carrel writes');
  const [, memory, passes, parallelism, nonce = '', tag = ''] = parts;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
