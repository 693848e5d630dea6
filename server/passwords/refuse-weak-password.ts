import { problem } from '../platform/problem.ts';
import { readCommonPasswords } from './common-passwords.ts';
import { findWeakness, type PasswordOwner, type Weakness } from './find-weakness.ts';

const RULES: Readonly<Record<Weakness, string>> = {
  common: 'is on lists of leaked passwords, or nearly so; choose one that nobody else would',
  name: 'must not be the username, the library’s name or “Carrel”',
  repeated: 'must be more than one or two signs over and over',
};

/**
 * To be asked wherever a person chooses a password.
 *
 * @param path of the field that it was typed into
 * @throws breaks_rule
 */
export async function refuseWeakPassword(
  password: string,
  owner: PasswordOwner,
  path: string,
): Promise<void> {
  const weakness = findWeakness(password, owner, await readCommonPasswords());
  if (weakness === null) return;
  const message = RULES[weakness];
  throw problem('breaks_rule', `The password ${message}.`, [
    { path, message, rule: `password.${weakness}` },
  ]);
}
