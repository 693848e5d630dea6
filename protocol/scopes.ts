import { z } from 'zod';

/**
 * Whose chats a list, a count or an export is about. `institution:{id}`: its own patrons' chats,
 * whoever answered; `coop:{id}`: what came to the co-op, as far as the caller's level reaches;
 * `mine`: those that the caller answered.
 */
export const scope = z
  .string()
  .max(60)
  .regex(/^(?:mine|(?:institution|coop):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i, {
    error: 'must be mine, institution:{id} or coop:{id}',
  })
  .transform(readScope);
export type Scope = { kind: 'mine' } | { kind: 'institution' | 'coop'; id: string };

function readScope(text: string): Scope {
  const [kind, id] = text.split(':');
  return kind === 'mine' || id === undefined
    ? { kind: 'mine' }
    : { kind: kind === 'coop' ? 'coop' : 'institution', id: id.toLowerCase() };
}
