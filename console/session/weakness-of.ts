import { isProblem } from '../platform/api/index.ts';
import type { TextKey } from '../platform/i18n/index.ts';

const WEAKNESSES: Readonly<Record<string, TextKey>> = {
  'password.common': 'session.password.weak.common',
  'password.name': 'session.password.weak.name',
  'password.repeated': 'session.password.weak.repeated',
};

/** Why the server would not have the password in a field; null when the refusal is about something else. */
export function weaknessOf(error: unknown, path = 'password'): TextKey | null {
  if (!isProblem(error, 'breaks_rule') || !error.fields.has(path)) return null;
  return WEAKNESSES[error.rules.get(path) ?? ''] ?? 'session.password.weak';
}
