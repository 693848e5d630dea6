import { z } from 'zod';
import { account, newPassword, username } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { timeZone } from './hours.ts';
import { institutionCode } from './institutions.ts';
import { emailAddress, language, personName } from './schemas.ts';
import { origin, widget } from './widgets.ts';

/** The one-time link of an empty installation: `/setup#TOKEN`. */
const setupToken = z.string().min(1).max(200);

export const checkSetupToken = endpoint({
  method: 'POST',
  path: '/setup/check',
  summary: 'Whether a set-up link still holds',
  access: 'public',
  body: z.object({ token: setupToken }),
  answers: { 204: null },
  problems: ['not_found', 'already_set_up'],
});

export const setUp = endpoint({
  method: 'POST',
  path: '/setup',
  summary:
    'Make the first owner, institution, queue and widget, all or nothing; signs the owner in',
  access: 'public',
  body: z.object({
    token: setupToken,
    consortiumName: personName,
    owner: z.object({
      username,
      displayName: personName,
      password: newPassword,
      email: emailAddress.optional(),
    }),
    institution: z.object({ code: institutionCode, name: personName, timeZone, language }),
    queueName: personName,
    widget: z.object({ name: personName, allowedOrigins: z.array(origin).max(50).optional() }),
  }),
  answers: { 201: z.object({ account, widget }) },
  problems: ['not_found', 'already_set_up', 'foreign_origin'],
});

const consortium = z.object({ name: personName });

export const readConsortium = endpoint({
  method: 'GET',
  path: '/consortium',
  summary: 'Whose Carrel it is, as the sign-in page says; null before the set-up',
  access: 'public',
  answers: { 200: z.object({ name: personName.nullable() }) },
});

export const renameConsortium = endpoint({
  method: 'PUT',
  path: '/consortium',
  summary: 'Name the consortium otherwise; the owner alone',
  access: 'staff',
  body: consortium,
  answers: { 200: consortium },
  problems: ['may_not'],
});
