import { newPassword } from '#protocol/accounts.ts';
import { PASSWORD_CHARACTERS } from '#protocol/limits.ts';
import type { TextKey } from '../platform/i18n/index.ts';

export interface NewPassword {
  readonly password: string;
  readonly repeated: string;
}

/** What can be told about a new password without asking the server, by field. */
export function faultsOfPassword({ password, repeated }: NewPassword): {
  password?: TextKey;
  repeated?: TextKey;
} {
  if (!newPassword.safeParse(password).success) {
    const isShort = password.length < PASSWORD_CHARACTERS.least;
    return { password: isShort ? 'session.password.short' : 'session.password.long' };
  }
  if (password !== repeated) return { repeated: 'session.password.differs' };
  return {};
}
