import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ofLibrary, paging } from './policies.ts';
import { id, instant, page, personName, plainText } from './schemas.ts';

/** Credentials that librarians of a co-op share, such as a guest sign-in to a database. */

/** What may be read of a credential without revealing it. */
export const policySecret = z.object({
  id,
  label: personName,
  updatedAt: instant,
  updatedBy: z.string().nullable(),
});
export type PolicySecret = z.infer<typeof policySecret>;

const secretText = (characters: number) => plainText(characters).default('');
const secretBody = z.object({
  label: personName,
  username: secretText(200),
  secret: plainText(1_000).refine((text) => text !== '', { error: 'must not be empty' }),
  note: secretText(2_000),
});
const secretParams = ofLibrary.extend({ secretId: id });

export const listPolicySecrets = endpoint({
  method: 'GET',
  path: '/policies/{institutionId}/secrets',
  summary: 'The labels of the shared credentials, and nothing else of them',
  access: 'staff',
  params: ofLibrary,
  query: z.object(paging),
  answers: { 200: page(policySecret) },
  problems: ['not_found'],
});

export const addPolicySecret = endpoint({
  method: 'POST',
  path: '/policies/{institutionId}/secrets',
  summary: 'Keep a shared credential, encrypted',
  access: 'staff',
  params: ofLibrary,
  body: secretBody,
  answers: { 201: policySecret },
  problems: ['not_found', 'may_not', 'breaks_rule'],
});

export const replacePolicySecret = endpoint({
  method: 'PUT',
  path: '/policies/{institutionId}/secrets/{secretId}',
  summary: 'Replace a shared credential: nothing of the old one is kept',
  access: 'staff',
  params: secretParams,
  body: secretBody,
  answers: { 200: policySecret },
  problems: ['not_found', 'may_not'],
});

export const deletePolicySecret = endpoint({
  method: 'DELETE',
  path: '/policies/{institutionId}/secrets/{secretId}',
  summary: 'Delete a shared credential for good',
  access: 'staff',
  params: secretParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});

/** A POST, since it is written down who saw it, and when. */
export const revealPolicySecret = endpoint({
  method: 'POST',
  path: '/policies/{institutionId}/secrets/{secretId}/reveal',
  summary: 'Show a shared credential; who, when and for which chat goes into the audit log',
  access: 'staff',
  params: secretParams,
  /** A chat of this library that it is needed for, and that the caller may read. */
  body: z.object({ chatId: id.optional() }),
  answers: { 200: z.object({ username: z.string(), secret: z.string(), note: z.string() }) },
  problems: ['not_found', 'breaks_rule', 'unavailable'],
});
