import type { Acting } from '../accounts/index.ts';
import { problem } from '../platform/problem.ts';

/** @throws may_not for operators: the matrix tells of their colleagues */
export function refuseUnlessAdmin({ role }: Acting): void {
  if (role !== 'operator') return;
  throw problem('may_not', 'Who staffs what is read by admins and the owner.');
}
