import { z } from 'zod';
import { staffChat } from './chats.ts';
import { colleague, ownPresence } from './presence.ts';
import { deskQueue } from './queues.ts';

/** Why a chat stands on an operator's desk. */
export const deskChat = staffChat.extend({
  /** `passed`: a colleague asks this operator to take it over. */
  place: z.literal(['waiting', 'mine', 'passed']),
  /** This chat rings for this operator: offered now, and they are available with room for it. */
  offered: z.boolean(),
});
export type DeskChat = z.infer<typeof deskChat>;

/** All that an operator's desk shows, besides what is said in the chats. */
export const desk = z.object({
  presence: ownPresence,
  queues: z.array(deskQueue),
  colleagues: z.array(colleague),
  chats: z.array(deskChat),
});
export type Desk = z.infer<typeof desk>;
