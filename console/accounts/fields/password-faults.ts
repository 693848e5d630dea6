import { newPassword } from '#protocol/accounts.ts';
import type { TextKey } from '../../platform/i18n/index.ts';

export interface PasswordFault {
  readonly path: 'password' | 'repeat';
  readonly says: TextKey;
}

/** What is wrong with a password that was typed twice. Whether it is a common one, the server knows. */
export function passwordFaults(password: string, repeat: string): PasswordFault[] {
  if (!newPassword.safeParse(password).success) {
    return [{ path: 'password', says: 'accounts.fault.password' }];
  }
  return password === repeat ? [] : [{ path: 'repeat', says: 'accounts.fault.repeat' }];
}
