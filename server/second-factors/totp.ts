import { Secret, TOTP } from 'otpauth';

/** Seconds that one code holds (RFC 6238, and what every app assumes). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after: clocks of telephones differ, and people finish typing. */
const DRIFT_STEPS = 1;
/** RFC 4226 recommends 160 bits. */
const SECRET_BYTES = 20;

/** A new secret, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** otpauth://totp/…, which apps read from a QR code. */
export function totpUri(secret: string, username: string, issuer: string): string {
  return totpOf(secret, username, issuer).toString();
}

/** The step that a code belongs to, now or a step beside; null when it is none of them. */
export function findStep(secret: string, code: string, now: Date): number | null {
  if (!isTotpCode(code)) return null;
  const token = withoutSpaces(code);
  const timestamp = now.getTime();
  const drift = totpOf(secret, '', '').validate({ token, timestamp, window: DRIFT_STEPS });
  return drift === null ? null : Math.floor(timestamp / 1_000 / STEP_SECONDS) + drift;
}

/** Six digits; a recovery code never is. */
export function isTotpCode(code: string): boolean {
  return /^\d{6}$/.test(withoutSpaces(code));
}

function withoutSpaces(code: string): string {
  return code.replaceAll(/\s/g, '');
}

function totpOf(secret: string, label: string, issuer: string): TOTP {
  return new TOTP({
    secret: Secret.fromBase32(secret),
    label,
    issuer,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: STEP_SECONDS,
  });
}
