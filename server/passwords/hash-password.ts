import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { takeTurns } from './take-turns.ts';

const derive = promisify(argon2);

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const NONCE_BYTES = 16;

/**
 * Two of the four threads that Node has: files and names are read by the others, however many guess
 * at passwords. The last of those who wait does so for some seconds, as whole shifts do at nine.
 */
const inTurn = takeTurns(2, 200);

/**
 * Answers the hash in the PHC form, `$argon2id$v=19$m=…,t=…,p=…$nonce$tag`.
 *
 * @throws too_many_requests when hundreds are being hashed at this moment
 */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(NONCE_BYTES);
  return writePhc(nonce, await deriveTag(password, nonce, COST));
}

/**
 * Takes as long for an account without a password, or without existence, as for a wrong password:
 * the time tells nobody who is here.
 *
 * @throws too_many_requests as `hashPassword` does: nothing was judged then
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parsed = parsePhc(stored ?? ABSENT);
  const tag = await deriveTag(password, parsed.nonce, parsed.cost);
  return timingSafeEqual(tag, parsed.tag) && stored !== null;
}

/** Of a password that nobody has. */
const ABSENT = writePhc(randomBytes(NONCE_BYTES), randomBytes(TAG_BYTES));

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

function deriveTag(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  // NFKC, as NIST SP 800-63B asks: the same password from another keyboard is the same bytes.
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return inTurn(() => derive('argon2id', { message, nonce, tagLength: TAG_BYTES, ...cost }));
}

function writePhc(nonce: Buffer, tag: Buffer): string {
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
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
