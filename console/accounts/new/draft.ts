import { z } from 'zod';
import type { AccountDetail, createAccount } from '#protocol/account-administration.ts';
import type { CallInput } from '#protocol/endpoint.ts';

const draftShape = z.object({
  institutionId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  username: z.string(),
  password: z.string(),
  repeat: z.string(),
  /** Mail a link to choose a password, instead of one that is typed here. */
  invite: z.boolean(),
  email: z.string(),
  /** The checkbox of the step; whose settings they are. */
  copies: z.boolean(),
  copyFrom: z.object({ id: z.string(), label: z.string() }).nullable(),
  queueIds: z.array(z.string()),
  contactIds: z.array(z.string()),
  /** All of the institution's and the consortium's; else those of `poolIds`. */
  allPools: z.boolean(),
  poolIds: z.array(z.string()),
  roomIds: z.array(z.string()),
  isAdmin: z.boolean(),
});
/** All that the wizard asks for. */
export type Draft = z.output<typeof draftShape>;

export function emptyDraft(institutionId: string): Draft {
  return {
    institutionId,
    firstName: '',
    lastName: '',
    username: '',
    password: '',
    repeat: '',
    invite: false,
    email: '',
    copies: false,
    copyFrom: null,
    queueIds: [],
    contactIds: [],
    allPools: true,
    poolIds: [],
    roomIds: [],
    isAdmin: false,
  };
}

type Source = Pick<AccountDetail, 'id' | 'queueIds' | 'poolIds' | 'roomIds'>;
interface Things {
  readonly queues: readonly { readonly id: string }[];
  readonly pools: readonly { readonly id: string }[];
  readonly rooms: readonly { readonly id: string }[];
}

/** Queues, pools and rooms of another, as far as the new account can have them; never role, e-mail or password. */
export function copySettings(draft: Draft, source: Source, label: string, things: Things): Draft {
  return {
    ...draft,
    copies: true,
    copyFrom: { id: source.id, label },
    queueIds: among(source.queueIds, things.queues),
    poolIds: among(source.poolIds, things.pools),
    roomIds: among(source.roomIds, things.rooms),
  };
}

/** Another institution has other queues, pools and rooms; what was chosen of the old one's goes. */
export function moveTo(draft: Draft, institutionId: string): Draft {
  if (institutionId === draft.institutionId) return draft;
  const { queueIds, poolIds, roomIds, copies, copyFrom } = emptyDraft(institutionId);
  return { ...draft, institutionId, queueIds, poolIds, roomIds, copies, copyFrom };
}

/** “Create another like this”: what is of the person is asked again, rights are given anew. */
export function anotherLike(draft: Draft): Draft {
  const { firstName, lastName, username, password, repeat, email, isAdmin } = emptyDraft('');
  return { ...draft, firstName, lastName, username, password, repeat, email, isAdmin };
}

/** As the endpoint takes it. `allPoolIds`: what “all pools” means for this institution. */
export function bodyOf(
  draft: Draft,
  allPoolIds: readonly string[],
): CallInput<typeof createAccount>['body'] {
  const displayName = `${draft.firstName.trim()} ${draft.lastName.trim()}`.trim();
  const email = draft.email.trim();
  return {
    username: draft.username,
    institutionId: draft.institutionId,
    ...(draft.invite ? { invite: true } : { password: draft.password }),
    ...(email === '' ? {} : { email }),
    ...(displayName === '' ? {} : { displayName }),
    role: draft.isAdmin ? 'admin' : 'operator',
    queueIds: draft.queueIds,
    contactIds: draft.contactIds,
    poolIds: draft.allPools ? [...allPoolIds] : draft.poolIds,
    roomIds: draft.roomIds,
  };
}

/** For a reload of this tab, and for nobody else at it. Passwords are never kept. */
export function keepDraft(accountId: string, draft: Draft): void {
  try {
    const kept = { ...draft, password: '', repeat: '' };
    sessionStorage.setItem(keyOf(accountId), JSON.stringify(kept));
  } catch {
    // Without storage a reload begins anew; nothing else depends on it.
  }
}

export function keptDraft(accountId: string): Draft | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(accountId)) ?? 'null');
    return draftShape.safeParse(stored).data ?? null;
  } catch {
    return null;
  }
}

export function forgetDraft(accountId: string): void {
  try {
    sessionStorage.removeItem(keyOf(accountId));
  } catch {
    // Nothing was kept either.
  }
}

function keyOf(accountId: string): string {
  return `carrel.newAccount.${accountId}`;
}

function among(ids: readonly string[], things: readonly { readonly id: string }[]): string[] {
  return ids.filter((id) => things.some((thing) => thing.id === id));
}
