import type { CommonPasswords } from './common-passwords.ts';

/** What others would try first for this person. */
export interface PasswordOwner {
  readonly username: string;
  readonly institutionName: string;
}

/**
 * `common`: in lists of leaked passwords, or such a one with signs around it or said twice.
 * `name`: the username, the library's name or Carrel's own. `repeated`: one or two signs over and over.
 */
export type Weakness = 'common' | 'name' | 'repeated';

/**
 * NIST SP 800-63B, 3.1.1.2: no rules of composition; refused is what is common, expected, or made of
 * the names that everybody here knows. Length is the schema's part.
 */
export function findWeakness(
  password: string,
  { username, institutionName }: PasswordOwner,
  common: CommonPasswords,
): Weakness | null {
  const text = password.normalize('NFKC').toLowerCase();
  const cores = [text, withoutSignsAround(text)].flatMap((part) => [
    part,
    onceOf(part),
    onceOf(lettersOf(part)),
  ]);
  const names = [username, institutionName, 'carrel'].map(lettersOf);
  if (cores.some((core) => names.includes(lettersOf(core)))) return 'name';
  if (cores.some((core) => common.has(core))) return 'common';
  return new Set(text).size <= 2 ? 'repeated' : null;
}

/** `!password2026` is `password`. */
function withoutSignsAround(text: string): string {
  return text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** `letmeinletmein` is `letmein`. */
function onceOf(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
}

/** `Northfield College` is `northfieldcollege`. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
