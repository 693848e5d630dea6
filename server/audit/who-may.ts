import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';

/** @throws may_not for operators: the log tells of their colleagues */
export function refuseUnlessAdmin({ role }: Pick<StaffActor, 'role'>): void {
  if (role !== 'operator') return;
  throw problem('may_not', 'The audit log is read by admins and the owner.');
}
