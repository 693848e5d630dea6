import { z } from 'zod';

/**
 * Every error that Carrel answers, on HTTP as RFC 9457 problem details and on the socket as a
 * `refused` or `error` frame. The code is stable; the sentence may change and is translated.
 */
export const PROBLEMS = {
  malformed: { status: 400, title: 'The request is not well formed' },
  wrong_credentials: { status: 401, title: 'Username or password is wrong' },
  /** The password was right; an authenticator's code, a recovery code or a passkey is wanted too. */
  second_factor_needed: { status: 401, title: 'A second factor is needed' },
  wrong_code: { status: 401, title: 'This code is wrong or was used before' },
  not_signed_in: { status: 401, title: 'Sign in first' },
  may_not: { status: 403, title: 'You may not do this' },
  foreign_origin: { status: 403, title: 'This page may not do this' },
  no_chat_access: { status: 403, title: 'This account has no chat access' },
  /** Signed in, but the institution requires a second factor: add one under Security first. */
  second_factor_required: { status: 403, title: 'Add a second factor first' },
  not_found: { status: 404, title: 'There is no such thing here' },
  conflict: { status: 409, title: 'Something else was faster' },
  claimed_by_other: { status: 409, title: 'Another operator has this chat' },
  chat_closed: { status: 409, title: 'This chat is closed' },
  at_limit: { status: 409, title: 'You have as many chats as your limit allows' },
  client_id_taken: { status: 409, title: 'This client id was used for something else' },
  already_set_up: { status: 409, title: 'This installation is set up already' },
  too_large: { status: 413, title: 'This is too large' },
  unsupported_media_type: { status: 415, title: 'Send application/json' },
  breaks_rule: { status: 422, title: 'This breaks a rule' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not ready at the moment' },
  /** To read: choose less of it. */
  too_long: { status: 503, title: 'This takes too long to read' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.literal(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string(),
  /** One entry a field; `path` is dotted, `rule` the name of the rule for translation. */
  errors: z
    .array(z.object({ path: z.string(), message: z.string(), rule: z.string().optional() }))
    .optional(),
});
export type Problem = z.infer<typeof problem>;
