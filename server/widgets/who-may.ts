import { managesInstitution } from '../accounts/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';

/** @throws may_not for who sees the widgets of an institution and does not manage them */
export function refuseUnlessManager(actor: StaffActor, institutionId: string): void {
  if (managesInstitution(actor, institutionId)) return;
  throw problem('may_not', 'Widgets are changed by the admins of their institution and the owner.');
}
