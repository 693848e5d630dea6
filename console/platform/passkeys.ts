import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';

/** WebAuthn's JSON forms as they travel: the server's library makes and checks them. */
type Json = Readonly<Record<string, unknown>>;

/** Whether this browser can keep passkeys here. It can't at a plain `http://` address other than this machine. */
export const knowsPasskeys: () => boolean = browserSupportsWebAuthn;

/** Lets the person make a passkey. Throws what `isPasskeyDeclined` and `isPasskeyKnown` tell apart. */
export async function makePasskey(options: Json): Promise<Record<string, unknown>> {
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  return { ...(await startRegistration({ optionsJSON })) };
}

/** Lets the person choose one of their passkeys for this Carrel. */
export async function askForPasskey(options: Json): Promise<Record<string, unknown>> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return { ...(await startAuthentication({ optionsJSON })) };
}

/** The person closed the browser's window, or let its time run out. */
export function isPasskeyDeclined(error: unknown): boolean {
  return error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);
}

/** The device that was chosen keeps a passkey for this account already. */
export function isPasskeyKnown(error: unknown): boolean {
  return (
    error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
  );
}
