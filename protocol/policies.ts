import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PAGE_ITEMS } from './limits.ts';
import { id, instant, page, personName, plainText, writtenText } from './schemas.ts';

/** What a page is asked about most; `own`: a section of the library's own. */
export const policyTopic = z.literal([
  'catalogue',
  'borrowing',
  'fees',
  'renewals',
  'reserves',
  'pin',
  'hours',
  'phone',
  'databases',
  'errors',
  'own',
]);
export type PolicyTopic = z.infer<typeof policyTopic>;

/** Characters of all texts of a page together, some sixty printed sides. */
export const POLICY_CHARACTERS = 150_000;
const POLICY_BYTES = 768 * 1024;

export const policySection = z.object({
  id,
  topic: policyTopic,
  title: personName,
  text: writtenText,
});
export type PolicySection = z.infer<typeof policySection>;

/** Words that a librarian puts into a chat as they stand. */
export const policySnippet = z.object({ id, title: personName, text: writtenText });
export type PolicySnippet = z.infer<typeof policySnippet>;

export const policyContent = z.object({
  sections: z.array(policySection).max(60),
  snippets: z.array(policySnippet).max(100),
});
export type PolicyContent = z.infer<typeof policyContent>;

/** A day: `2026-11-22`. */
export const day = z.iso.date();

const person = z.object({ id, displayName: z.string() });

export const policyAlert = z.object({
  id,
  text: z.string(),
  endsAt: instant,
  createdAt: instant,
  createdBy: z.string().nullable(),
});
export type PolicyAlert = z.infer<typeof policyAlert>;

export const policyPage = policyContent.extend({
  institutionId: id,
  institutionName: z.string(),
  /** 0: nobody has written it yet. */
  version: z.int(),
  owner: person.nullable(),
  reviewBy: day.nullable(),
  /** The day of review is over, where the library is. */
  isOverdue: z.boolean(),
  changedAt: instant.nullable(),
  changedBy: z.string().nullable(),
  /** Those that hold now, the newest first. */
  alerts: z.array(policyAlert),
  /** Problems that wait for somebody; 0 for who may not edit. */
  openProblems: z.int(),
  mayEdit: z.boolean(),
  /** Who looks after the page is chosen by the library's admins and the owner. */
  mayChooseOwner: z.boolean(),
});
export type PolicyPage = z.infer<typeof policyPage>;

export const policySummary = policyPage
  .pick({
    institutionId: true,
    institutionName: true,
    version: true,
    reviewBy: true,
    isOverdue: true,
    changedAt: true,
    openProblems: true,
    mayEdit: true,
  })
  .extend({ alerts: z.int() });
export type PolicySummary = z.infer<typeof policySummary>;

/** A section or snippet that the search found. */
export const policyPassage = z.object({
  institutionId: id,
  institutionName: z.string(),
  id,
  kind: z.literal(['section', 'snippet']),
  title: z.string(),
  text: z.string(),
});
export type PolicyPassage = z.infer<typeof policyPassage>;

export const ofLibrary = z.object({ institutionId: id });
export const paging = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_ITEMS.most).default(PAGE_ITEMS.usual),
};

export const searchPolicies = endpoint({
  method: 'GET',
  path: '/policies',
  summary: 'Sections and snippets with all the words, of all pages that the caller may read',
  access: 'staff',
  query: z.object({ q: plainText(100).default(''), ...paging }),
  answers: { 200: page(policyPassage) },
});

export const listPolicyPages = endpoint({
  method: 'GET',
  path: '/policies/pages',
  summary: 'The libraries whose policy page the caller may read, by name',
  access: 'staff',
  query: z.object(paging),
  answers: { 200: page(policySummary) },
});

export const readPolicy = endpoint({
  method: 'GET',
  path: '/policies/{institutionId}',
  summary: 'The policy page of a library',
  access: 'staff',
  params: ofLibrary,
  answers: { 200: policyPage },
  problems: ['not_found'],
});

export const savePolicy = endpoint({
  method: 'PUT',
  path: '/policies/{institutionId}',
  summary: 'Save a policy page; `version` is the one that was read, 0 for the first',
  access: 'staff',
  params: ofLibrary,
  bodyBytes: POLICY_BYTES,
  body: policyContent.extend({
    version: z.int().min(0),
    reviewBy: day.nullable(),
    /** Absent: as it is. */
    ownerId: id.nullable().optional(),
  }),
  answers: { 200: policyPage },
  problems: ['not_found', 'may_not', 'conflict', 'breaks_rule', 'too_large'],
});

export const policyVersion = z.object({
  version: z.int(),
  at: instant,
  by: z.string().nullable(),
  restoredFrom: z.int().nullable(),
});
export type PolicyVersion = z.infer<typeof policyVersion>;

export const listPolicyVersions = endpoint({
  method: 'GET',
  path: '/policies/{institutionId}/versions',
  summary: 'Who saved the page when, newest first; for who may edit it',
  access: 'staff',
  params: ofLibrary,
  query: z.object(paging),
  answers: { 200: page(policyVersion) },
  problems: ['not_found', 'may_not'],
});

const versionParams = ofLibrary.extend({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

export const readPolicyVersion = endpoint({
  method: 'GET',
  path: '/policies/{institutionId}/versions/{version}',
  summary: 'The page as it was',
  access: 'staff',
  params: versionParams,
  answers: { 200: policyVersion.extend(policyContent.shape) },
  problems: ['not_found', 'may_not'],
});

export const restorePolicyVersion = endpoint({
  method: 'POST',
  path: '/policies/{institutionId}/versions/{version}/restore',
  summary: 'Save an earlier text again, as the newest version',
  access: 'staff',
  params: versionParams,
  /** The version that counts now. */
  body: z.object({ version: z.int().min(1) }),
  answers: { 200: policyPage },
  problems: ['not_found', 'may_not', 'conflict'],
});

export const raisePolicyAlert = endpoint({
  method: 'POST',
  path: '/policies/{institutionId}/alerts',
  summary: 'Say what everybody must know today, until it ends',
  access: 'staff',
  params: ofLibrary,
  body: z.object({
    text: plainText(500).refine((text) => text.trim() !== '', { error: 'must not be empty' }),
    endsAt: instant,
  }),
  answers: { 201: policyAlert },
  problems: ['not_found', 'may_not', 'breaks_rule'],
});

export const endPolicyAlert = endpoint({
  method: 'DELETE',
  path: '/policies/{institutionId}/alerts/{alertId}',
  summary: 'End an alert before its time',
  access: 'staff',
  params: ofLibrary.extend({ alertId: id }),
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});
