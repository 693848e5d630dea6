import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/**
 * What a browser and its security key do in the ceremonies of WebAuthn, in software: ES256, user
 * verified, no attestation. Lies on request, as a forger would.
 */
export interface SoftAuthenticator {
  readonly credentialId: string;
  /** Answers `navigator.credentials.create()` for these options. */
  register(challenge: string, lie?: Partial<Scene>): Record<string, unknown>;
  /** Answers `navigator.credentials.get()`; each time the counter goes up by one. */
  signIn(challenge: string, lie?: Partial<Scene>): Record<string, unknown>;
}

/** What the browser says of where it is, and the key of its user. */
export interface Scene {
  readonly origin: string;
  readonly rpId: string;
  readonly userVerified: boolean;
  readonly counter: number;
  readonly key: KeyObject;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

export function softAuthenticator(origin: string): SoftAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const credentialId = id.toString('base64url');
  let counter = 0;

  function sceneOf(lie: Partial<Scene>): Scene {
    counter += 1;
    const rpId = new URL(origin).hostname;
    return { origin, rpId, userVerified: true, counter, key: privateKey, ...lie };
  }

  return {
    credentialId,
    register(challenge, lie = {}) {
      const scene = sceneOf(lie);
      const authData = Buffer.concat([
        beginAuthData(scene, ATTESTED),
        Buffer.alloc(16), // no model of its own
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey),
      ]);
      return answer(credentialId, {
        clientDataJSON: clientData('webauthn.create', challenge, scene),
        attestationObject: attestation(authData).toString('base64url'),
        transports: ['internal'],
      });
    },
    signIn(challenge, lie = {}) {
      const scene = sceneOf(lie);
      const authData = beginAuthData(scene, 0);
      const clientDataJSON = clientData('webauthn.get', challenge, scene);
      const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
      return answer(credentialId, {
        clientDataJSON,
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, scene.key).toString('base64url'),
      });
    },
  };
}

function answer(id: string, response: Record<string, unknown>): Record<string, unknown> {
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
}

function clientData(type: string, challenge: string, { origin }: Scene): string {
  const json = JSON.stringify({ type, challenge, origin, crossOrigin: false });
  return Buffer.from(json).toString('base64url');
}

function beginAuthData({ rpId, userVerified, counter }: Scene, more: number): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(USER_PRESENT | (userVerified ? USER_VERIFIED : 0) | more);
  head.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(Buffer.from(rpId)), head]);
}

/** CBOR (RFC 8949) of `{1: 2, 3: -7, -1: 1, -2: x, -3: y}`: an ES256 key as RFC 9053 has it. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  if (!x || !y) throw new Error('The key has no point on its curve');
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    Buffer.from(x, 'base64url'),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, 'base64url'),
  ]);
}

/** CBOR of `{fmt: "none", attStmt: {}, authData}`. */
function attestation(authData: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x58, authData.length]),
    authData,
  ]);
}

function text(word: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
