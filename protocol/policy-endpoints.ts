import {
  endPolicyAlert,
  listPolicyPages,
  listPolicyVersions,
  raisePolicyAlert,
  readPolicy,
  readPolicyVersion,
  restorePolicyVersion,
  savePolicy,
  searchPolicies,
} from './policies.ts';
import {
  listPolicyProblems,
  reportPolicyProblem,
  resolvePolicyProblem,
} from './policy-problems.ts';
import {
  addPolicySecret,
  deletePolicySecret,
  listPolicySecrets,
  replacePolicySecret,
  revealPolicySecret,
} from './policy-secrets.ts';

export const policies = {
  searchPolicies,
  listPolicyPages,
  readPolicy,
  savePolicy,
  listPolicyVersions,
  readPolicyVersion,
  restorePolicyVersion,
  raisePolicyAlert,
  endPolicyAlert,
  listPolicySecrets,
  addPolicySecret,
  replacePolicySecret,
  deletePolicySecret,
  revealPolicySecret,
  listPolicyProblems,
  reportPolicyProblem,
  resolvePolicyProblem,
} as const;
