import { z } from 'zod';
import { account, newPassword, role, username } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { PAGE_ITEMS } from './limits.ts';
import { maxChats } from './presence.ts';
import { emailAddress, id, instant, language, personName, plainText } from './schemas.ts';

/** What coordinators do with accounts. */

/** Why an account stands out in the list. `idle`: no sign-in for 90 days. */
export const accountState = z.literal([
  'never_signed_in',
  'idle',
  'no_email',
  'invited',
  'deleted',
]);
export type AccountState = z.infer<typeof accountState>;

/** What the caller may do with this account: the server's own answer, which the buttons are drawn from. */
export const accountRights = z.object({
  mayEdit: z.boolean(),
  mayDelete: z.boolean(),
  mayRestore: z.boolean(),
  mayChangeRole: z.boolean(),
  maySetPassword: z.boolean(),
});
export type AccountRights = z.infer<typeof accountRights>;

export const accountRow = account.extend({
  institutionName: z.string(),
  language,
  lastSignInAt: instant.nullable(),
  /** An invitation is out and not used yet. */
  invited: z.boolean(),
  /** TOTP or a passkey. */
  hasSecondFactor: z.boolean(),
  deletedAt: instant.nullable(),
  rights: accountRights,
});
export type AccountRow = z.infer<typeof accountRow>;

const ids = z.array(id).max(1_000);

export const accountDetail = accountRow.extend({
  maxChats,
  /** Local queues; a co-op's come with a level. */
  queueIds: z.array(id),
  poolIds: z.array(id),
  roomIds: z.array(id),
  /** Colleagues added by hand, beside those of the institution and of shared queues. */
  contactIds: z.array(id),
});
export type AccountDetail = z.infer<typeof accountDetail>;

export const accountSort = z.literal(['username', 'displayName', 'institution', 'lastSignIn']);

const listQuery = z.object({
  /** Any part of username, name, e-mail or institution. */
  q: plainText(200).optional(),
  institutionId: id.optional(),
  role: role.optional(),
  queueId: id.optional(),
  state: accountState.optional(),
  sort: accountSort.default('username'),
  descending: z.stringbool().default(false),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_ITEMS.most).default(PAGE_ITEMS.usual),
});
export type AccountQuery = z.output<typeof listQuery>;

export const listAccounts = endpoint({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts that the caller can see: of their institution; for the owner, all',
  access: 'staff',
  query: listQuery,
  answers: {
    200: z.object({
      items: z.array(accountRow),
      nextCursor: z.string().nullable(),
      /** Of all pages together. */
      total: z.int(),
    }),
  },
  problems: ['may_not'],
});

const accountParams = z.object({ accountId: id });

export const readAccount = endpoint({
  method: 'GET',
  path: '/accounts/{accountId}',
  summary: 'One account with its assignments',
  access: 'staff',
  params: accountParams,
  answers: { 200: accountDetail },
  problems: ['not_found', 'may_not'],
});

/** Whether a name is free, told while it is typed; and what the institution's pattern offers for a person. */
export const checkUsername = endpoint({
  method: 'GET',
  path: '/usernames/{username}',
  summary: 'Whether a username is free, well formed and of the institution’s pattern',
  access: 'staff',
  params: z.object({ username: plainText(200) }),
  query: z.object({ institutionId: id }),
  answers: {
    200: z.object({
      wellFormed: z.boolean(),
      free: z.boolean(),
      /** `institution-firstname-lastinitial`. */
      fitsPattern: z.boolean(),
    }),
  },
  problems: ['may_not'],
});

const newAccount = z.object({
  username,
  /** Without a password or an invitation nobody can sign in until one is set. */
  password: newPassword.optional(),
  /** Mails a link to choose a password; needs an e-mail. */
  invite: z.boolean().optional(),
  email: emailAddress.optional(),
  displayName: personName.optional(),
  institutionId: id,
  role: role.optional(),
  chatAccess: z.boolean().optional(),
  language: language.optional(),
  maxChats: maxChats.optional(),
  /** Starting point for queues, pools and rooms that the body does not name. */
  copyFrom: id.optional(),
  queueIds: ids.optional(),
  poolIds: ids.optional(),
  roomIds: ids.optional(),
  contactIds: ids.optional(),
});
export type NewAccount = z.output<typeof newAccount>;

export const createAccount = endpoint({
  method: 'POST',
  path: '/accounts',
  summary: 'Make an account',
  access: 'staff',
  body: newAccount,
  answers: { 201: accountDetail },
  problems: ['may_not', 'conflict', 'breaks_rule'],
});

const accountChange = z
  .object({
    username,
    email: emailAddress.nullable(),
    displayName: personName,
    /** Moves the account, for the owner: without its queues and its levels in co-ops. */
    institutionId: id,
    role,
    chatAccess: z.boolean(),
    language,
    maxChats,
    queueIds: ids,
    poolIds: ids,
    roomIds: ids,
    contactIds: ids,
  })
  .partial();
export type AccountChange = z.output<typeof accountChange>;

export const changeAccount = endpoint({
  method: 'PATCH',
  path: '/accounts/{accountId}',
  summary: 'Change what is named in the body, as one change',
  access: 'staff',
  params: accountParams,
  body: accountChange,
  answers: { 200: accountDetail },
  problems: ['not_found', 'may_not', 'conflict', 'breaks_rule'],
});

export const deleteAccount = endpoint({
  method: 'DELETE',
  path: '/accounts/{accountId}',
  summary:
    'Delete an account: signed out at once, chats offered again; can be restored for 30 days',
  access: 'staff',
  params: accountParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not', 'conflict'],
});

export const restoreAccount = endpoint({
  method: 'POST',
  path: '/accounts/{accountId}/restore',
  summary: 'Bring a deleted account back with its assignments',
  access: 'staff',
  params: accountParams,
  answers: { 200: accountDetail },
  problems: ['not_found', 'may_not', 'conflict'],
});

export const setPassword = endpoint({
  method: 'PUT',
  path: '/accounts/{accountId}/password',
  summary: 'Set a password for somebody, or mail them a link to choose one; ends their sessions',
  access: 'staff',
  params: accountParams,
  body: z.union([z.object({ password: newPassword }), z.object({ sendLink: z.literal(true) })]),
  answers: { 204: null },
  problems: ['not_found', 'may_not', 'conflict', 'breaks_rule'],
});

export const endAccountSessions = endpoint({
  method: 'DELETE',
  path: '/accounts/{accountId}/sessions',
  summary: 'Sign somebody out everywhere',
  access: 'staff',
  params: accountParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not', 'conflict'],
});
