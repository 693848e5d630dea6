import { isDeepStrictEqual } from 'node:util';
import type { Fields } from './audit.ts';

/** Names that hold what nobody may read again: passwords and their hashes, tokens, keys, recovery codes. */
const SECRET = /password|secret|token|hash|recoverycode|credential|(private|public|api|totp)key/;

export interface Difference {
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  /** Something is other than before, be it a secret that is not told. */
  readonly isChange: boolean;
}

/** What differs between two states of a thing, without its secrets. */
export function differenceOf(before: Fields | null, after: Fields | null): Difference {
  const names = Object.keys({ ...before, ...after }).filter(
    (name) => !isDeepStrictEqual(before?.[name], after?.[name]),
  );
  return {
    before: before && pick(before, names),
    after: after && pick(after, names),
    isChange: before === null || after === null || names.length > 0,
  };
}

function pick(fields: Fields, names: readonly string[]): Record<string, unknown> | null {
  const told = names.filter((name) => name in fields && !isSecret(name));
  if (told.length === 0) return null;
  return Object.fromEntries(told.map((name) => [name, withoutSecrets(fields[name])]));
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isSecret(name))
      .map(([name, inner]) => [name, withoutSecrets(inner)]),
  );
}

function isSecret(name: string): boolean {
  return SECRET.test(name.toLowerCase().replaceAll(/[_-]/g, ''));
}
