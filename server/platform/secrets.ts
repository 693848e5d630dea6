import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Signs the tokens that bind a browser to one thing, so that none of them has to be stored. */
export interface Tokens {
  /** `ID.SIGNATURE`: the same every time for the same purpose and id, so that a repeat gets its first answer. */
  sign(purpose: TokenPurpose, id: string): string;
  /** The id, or undefined when the signature does not hold. */
  verify(purpose: TokenPurpose, token: string): string | undefined;
}
export type TokenPurpose = 'chat' | 'patron' | 'ticket';

export function tokensOf(key: Buffer): Tokens {
  const signature = (purpose: TokenPurpose, id: string) =>
    createHmac('sha256', key).update(`${purpose}:${id}`).digest();

  return {
    sign: (purpose, id) => `${id}.${signature(purpose, id).toString('base64url')}`,
    verify(purpose, token) {
      const [id, given, ...rest] = token.split('.');
      if (!id || !given || rest.length > 0) return undefined;
      const expected = signature(purpose, id);
      const offered = Buffer.from(given, 'base64url');
      if (offered.length !== expected.length) return undefined;
      return timingSafeEqual(offered, expected) ? id : undefined;
    },
  };
}

/** Keeps secrets at rest: who reads the database alone, or a copy of it, reads none of them. */
export interface Ciphers {
  /** `context` says what it is and whose, such as `totp:ACCOUNT`: elsewhere it can't be decrypted. */
  encrypt(context: string, text: string): Buffer;
  /** @throws Error when the bytes were changed, or belong to another context or key */
  decrypt(context: string, encrypted: Buffer): string;
}

/** Something as it lies in the database. */
export interface Sealed {
  readonly context: string;
  readonly encrypted: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM; the stored form is nonce, tag, ciphertext. */
export function ciphersOf(installationKey: Buffer): Ciphers {
  // A key of its own, so that no signature and no ciphertext ever come from the same one.
  const key = Buffer.from(hkdfSync('sha256', installationKey, '', 'carrel secrets at rest', 32));

  return {
    encrypt(context, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), content]);
    },
    decrypt(context, encrypted) {
      const nonce = encrypted.subarray(0, NONCE_BYTES);
      const tag = encrypted.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(context))
        .setAuthTag(tag);
      const content = encrypted.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
    },
  };
}

/** A secret for a link or a cookie, 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of such a secret: it has full entropy, so that a plain hash is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
