import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ofLibrary, paging } from './policies.ts';
import { id, instant, page, plainText } from './schemas.ts';

/** What readers of a policy page found wrong in it, and what became of it. */

export const policyProblem = z.object({
  id,
  /** The heading that it is about, as it was; null: the page as a whole. */
  passage: z.string().nullable(),
  text: z.string(),
  reportedBy: z.string().nullable(),
  reporterInstitution: z.string().nullable(),
  createdAt: instant,
  isMine: z.boolean(),
  resolvedAt: instant.nullable(),
  resolvedBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type PolicyProblem = z.infer<typeof policyProblem>;

export const listPolicyProblems = endpoint({
  method: 'GET',
  path: '/policies/{institutionId}/problems',
  summary:
    'Problems that were reported: all for who may edit the page, one’s own for others; newest first',
  access: 'staff',
  params: ofLibrary,
  query: z.object({ state: z.literal(['open', 'resolved']).optional(), ...paging }),
  answers: { 200: page(policyProblem) },
  problems: ['not_found'],
});

export const reportPolicyProblem = endpoint({
  method: 'POST',
  path: '/policies/{institutionId}/problems',
  summary: 'Tell the page’s owner what is wrong in it',
  access: 'staff',
  params: ofLibrary,
  /** `passageId`: the section or snippet; absent: the page as a whole. */
  body: z.object({
    passageId: id.optional(),
    text: plainText(2_000).refine((text) => text.trim() !== '', { error: 'must not be empty' }),
  }),
  answers: { 201: policyProblem },
  problems: ['not_found', 'breaks_rule'],
});

export const resolvePolicyProblem = endpoint({
  method: 'POST',
  path: '/policies/{institutionId}/problems/{problemId}/resolve',
  summary: 'Say what became of a problem; the reporter reads the note',
  access: 'staff',
  params: ofLibrary.extend({ problemId: id }),
  body: z.object({ note: plainText(2_000).default('') }),
  answers: { 200: policyProblem },
  problems: ['not_found', 'may_not', 'conflict'],
});
