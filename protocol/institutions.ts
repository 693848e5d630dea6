import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { hours, timeZone } from './hours.ts';
import { id, language, page, personName } from './schemas.ts';

/** Short name of a library, first part of its usernames: `northfield`. */
export const institutionCode = z
  .string()
  .min(2)
  .max(30)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'lower case letters, digits and single hyphens only',
  });

/** What its operators may read of their patrons' chats: all of their queues', or those they answered. */
export const operatorsSee = z.literal(['queues', 'own']);

const languages = z
  .array(language)
  .min(1)
  .refine((all) => new Set(all).size === all.length, { error: 'must name each language once' });

export const institution = z.object({
  id,
  code: institutionCode,
  name: personName,
  timeZone,
  /** That its patrons are spoken to in; the first one is its own. */
  languages: z.array(language),
  /** When it is open; null: always. */
  hours: hours.nullable(),
  operatorsSee,
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

export const createInstitution = endpoint({
  method: 'POST',
  path: '/institutions',
  summary: 'Add a library; the owner’s alone',
  access: 'staff',
  body: z.object({ code: institutionCode, name: personName, timeZone, languages }),
  answers: { 201: institution },
  problems: ['may_not', 'conflict'],
});

export const institutionChange = z
  .object({
    name: personName,
    timeZone,
    languages,
    hours: hours.nullable(),
    operatorsSee,
    /** Of everybody of the institution. Who requires one has one. */
    secondFactorRequired: z.boolean(),
  })
  .partial();
export type InstitutionChange = z.output<typeof institutionChange>;

/** The code stays: usernames begin with it, and addresses name it. */
export const changeInstitution = endpoint({
  method: 'PATCH',
  path: '/institutions/{institutionId}',
  summary: 'Change what is named of a library',
  access: 'staff',
  params: z.object({ institutionId: id }),
  body: institutionChange,
  answers: { 200: institution },
  problems: ['not_found', 'may_not', 'breaks_rule'],
});
