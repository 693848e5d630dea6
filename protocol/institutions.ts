import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { timeZone } from './hours.ts';
import { id, language, page, personName } from './schemas.ts';

/** Short name of a library, first part of its usernames: `northfield`. */
export const institutionCode = z
  .string()
  .min(2)
  .max(30)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'lower case letters, digits and single hyphens only',
  });

export const institution = z.object({
  id,
  code: institutionCode,
  name: personName,
  timeZone,
  languages: z.array(language),
  /** Nobody of it does anything before they have added a second factor. */
  secondFactorRequired: z.boolean(),
});
export type Institution = z.infer<typeof institution>;

export const listInstitutions = endpoint({
  method: 'GET',
  path: '/institutions',
  summary: 'The institutions that the caller can see, by name',
  access: 'staff',
  answers: { 200: page(institution) },
});

export const changeInstitution = endpoint({
  method: 'PATCH',
  path: '/institutions/{institutionId}',
  summary: 'Require a second factor of everybody of the institution, or let them do without',
  access: 'staff',
  params: z.object({ institutionId: id }),
  /** Who requires one has one. */
  body: z.object({ secondFactorRequired: z.boolean() }),
  answers: { 200: institution },
  problems: ['not_found', 'may_not', 'breaks_rule'],
});
