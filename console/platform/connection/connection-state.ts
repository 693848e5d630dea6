import type { StaffChat } from '#protocol/chats.ts';
import type { DeskChat } from '#protocol/desk.ts';
import type { OwnPresence } from '#protocol/presence.ts';
import type { DeskQueue } from '#protocol/queues.ts';
import type { ChatStream } from './chat-stream.ts';
import type { DeskView } from './desk-view.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import { EMPTY_OUTBOX } from './outbox.ts';

/**
 * `connecting`: the first try; `open`: live; `lost`: it was or should be live, and is tried again by
 * itself; `signed_out`, `forbidden`: it is not tried again.
 */
export type Link = 'connecting' | 'open' | 'lost' | 'signed_out' | 'forbidden';

/** A waiting chat that a colleague took: shown for a moment, so that its going is understood. */
export interface Departure {
  readonly chat: DeskChat;
  readonly claimedBy: string;
}

export interface Typing {
  readonly who: 'patron' | 'operator';
  readonly name: string | null;
  /** This tab's clock, in milliseconds, at which the mark fades. */
  readonly until: number;
}

/** All that one tab knows through its socket. Immutable: a new object for each change. */
export interface ConnectionState {
  readonly accountId: string;
  readonly link: Link;
  /** Milliseconds to add to this machine's clock to get the server's. */
  readonly clockOffset: number;
  readonly desk: DeskView | null;
  readonly departures: readonly Departure[];
  readonly streams: Readonly<Record<string, ChatStream>>;
  readonly typing: Readonly<Record<string, Typing>>;
  /** How far the patron has read, and how far this operator has, by chat. */
  readonly patronSeen: Readonly<Record<string, number>>;
  readonly ownSeen: Readonly<Record<string, number>>;
  readonly outbox: Outbox;
}

/** What happens to the state beside the server's frames. */
export type LocalChange =
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'written'; readonly entry: OutboxEntry }
  | { readonly type: 'sent'; readonly clientIds: readonly string[] }
  | { readonly type: 'retried'; readonly clientId: string }
  | { readonly type: 'discarded'; readonly clientId: string }
  | { readonly type: 'read'; readonly chatId: string; readonly seq: number }
  | { readonly type: 'stream_left'; readonly chatId: string }
  | { readonly type: 'departure_shown'; readonly chatId: string }
  | { readonly type: 'chat_answered'; readonly chat: StaffChat }
  | { readonly type: 'presence_answered'; readonly presence: OwnPresence }
  | { readonly type: 'queue_answered'; readonly queue: DeskQueue };

export function initialState(
  accountId: string,
  entries: readonly OutboxEntry[],
  ownSeen: Readonly<Record<string, number>>,
): ConnectionState {
  return {
    accountId,
    link: 'connecting',
    clockOffset: 0,
    desk: null,
    departures: [],
    streams: {},
    typing: {},
    patronSeen: {},
    ownSeen,
    outbox: { ...EMPTY_OUTBOX, entries },
  };
}
