import type { StaffActor } from '../platform/http/actor.ts';
import type { Reached } from '../scopes/index.ts';

/**
 * The patron's own library comments on what was said to its patrons: whoever of it reads the
 * transcript there, and the owner.
 */
export function mayNote({ role }: Pick<StaffActor, 'role'>, { atHome }: Reached): boolean {
  return role === 'owner' || atHome;
}
