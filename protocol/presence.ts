import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './schemas.ts';

/**
 * What an operator chose. `invisible`: staff see them, patrons do not, so no new chats; `busy` and
 * `away` get no new chats either; running chats go on in every state.
 */
export const operatorState = z.literal(['available', 'busy', 'away', 'invisible']);
export type OperatorState = z.infer<typeof operatorState>;

/** How many chats somebody has in hand at once before no more are offered. */
export const maxChats = z.int().min(1).max(50);

/** The caller at the desk. */
export const ownPresence = z.object({
  state: operatorState,
  /** Chats that the operator owns now. */
  openChats: z.int(),
  /** Chats at once, by the operator's own limit. */
  maxChats: z.int(),
});
export type OwnPresence = z.infer<typeof ownPresence>;

/** A colleague on a shared queue who has the desk open. */
export const colleague = z.object({
  accountId: id,
  displayName: z.string(),
  institutionId: id,
  institutionName: z.string(),
  state: operatorState,
  openChats: z.int(),
});
export type Colleague = z.infer<typeof colleague>;

export const chooseState = endpoint({
  method: 'PUT',
  path: '/presence',
  summary: 'Choose one’s state: available, busy, away or invisible',
  access: 'staff',
  body: z.object({ state: operatorState }),
  answers: { 200: ownPresence },
  problems: ['no_chat_access'],
});

export const chooseLimit = endpoint({
  method: 'PUT',
  path: '/presence/limit',
  summary: 'Choose how many chats one takes at once; those above it that are in hand go on',
  access: 'staff',
  body: z.object({ maxChats }),
  answers: { 200: ownPresence },
  problems: ['no_chat_access'],
});
