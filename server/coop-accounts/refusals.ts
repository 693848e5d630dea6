import { maySeeAccounts, type Standing } from '../coops/index.ts';
import { problem } from '../platform/problem.ts';

/** @throws may_not for a level that has nothing to do with accounts */
export function refuseUnlessManager(standing: Standing): void {
  if (maySeeAccounts(standing)) return;
  throw problem('may_not', 'The co-op’s accounts are managed by its two admin levels.');
}

/** For who is not in the co-op, whoever they are. */
export function noSuchMember() {
  return problem('not_found', 'This account is not in the co-op.');
}

export function mayNotEdit() {
  return problem(
    'may_not',
    'An account is edited by who has its level or a higher one, by an Institution Admin at home alone, and never by oneself.',
  );
}

export function mayNotGive() {
  return problem('may_not', 'The level of Co-Op Admin is given by Co-Op Admins.');
}
