import type { Language } from '#protocol/schemas.ts';
import type { WidgetAppearance } from '#protocol/widgets.ts';
import type { FailureCode } from './api.ts';
import type { ConversationState } from './conversation-state.ts';

/** What a patron says about themselves, as typed; both may be empty. */
export interface Details {
  name: string;
  email: string;
}

/** Empty fields are not sent at all. */
export function given({ name, email }: Details): Partial<Details> {
  return {
    ...(name.trim() && { name: name.trim() }),
    ...(email.trim() && { email: email.trim() }),
  };
}

/** A question on its way to become a chat. */
export interface Opening extends Details {
  clientId: string;
  question: string;
  /** What the patron reads. */
  language: Language;
  /** When it was asked: ISO 8601 UTC. */
  at: string;
}

export interface RunningChat {
  chatId: string;
  token: string;
}

/** All that the panel draws. */
export interface VisitState {
  /** Null until the server has told it. */
  readonly appearance: WidgetAppearance | null;
  /** Why there is no appearance. */
  readonly trouble: FailureCode | null;
  readonly opening: Opening | null;
  /** Tries of the opening have failed so far; it goes on by itself. */
  readonly openingLate: boolean;
  /** Why the question could not become a chat; it is back in its field. */
  readonly refused: FailureCode | null;
  readonly chat: (RunningChat & { conversation: ConversationState }) | null;
}

/** Nothing more can be said in it. */
export function isOver(chat: VisitState['chat']): boolean {
  return chat?.conversation.chat?.state === 'closed' || chat?.conversation.link === 'ended';
}

export const ARRIVING: VisitState = {
  appearance: null,
  trouble: null,
  opening: null,
  openingLate: false,
  refused: null,
  chat: null,
};
