import type { DeskChat } from '#protocol/desk.ts';
import type { ServerFrame } from '#protocol/frames.ts';
import type { ConnectionState } from '../connection/index.ts';

/** Something that an operator who looks elsewhere must hear of. `key` is the same in every tab. */
export type Signal =
  | { readonly kind: 'chat'; readonly key: string; readonly chat: DeskChat }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly chat: DeskChat;
      readonly text: string;
    }
  /** A chat that rang before still waits. */
  | { readonly kind: 'reminder'; readonly key: string; readonly chat: DeskChat };

/** Milliseconds between two rings for a chat that still waits. */
const REMIND_EVERY = 15_000;

/** What one frame gives reason to ring for. A history that is read for the first time is no news. */
export function signalsOf(
  before: ConnectionState,
  after: ConnectionState,
  frame: ServerFrame,
): Signal[] {
  switch (frame.t) {
    case 'desk':
    case 'chat':
      return newlyOffered(before, after);
    case 'events':
      return newMessages(before, after, frame.chatId);
    default:
      return [];
  }
}

/** The next ring for whoever waits longest, when it has come: one for all, however many wait. */
export function reminderAt(state: ConnectionState, serverNow: number): Signal | null {
  const [chat] = offeredChats(state).sort((one, other) =>
    asksSince(one).localeCompare(asksSince(other)),
  );
  if (chat === undefined) return null;
  const round = Math.floor((serverNow - Date.parse(asksSince(chat))) / REMIND_EVERY);
  return round < 1 ? null : { kind: 'reminder', key: `${waitKey(chat)}.${round}`, chat };
}

/** Of several at once the one that is heard: a chat before a message. */
export function loudestOf(signals: readonly Signal[]): Signal | null {
  return signals.find(({ kind }) => kind !== 'message') ?? signals[0] ?? null;
}

/** Chats that wait for this operator, or that a colleague offers them. */
export function offeredChats(state: ConnectionState): DeskChat[] {
  return Object.values(state.desk?.chats ?? {}).filter(
    (chat) => chat.place !== 'mine' && chat.offered,
  );
}

function newlyOffered(before: ConnectionState, after: ConnectionState): Signal[] {
  const known = new Set(offeredChats(before).map(waitKey));
  return offeredChats(after)
    .filter((chat) => !known.has(waitKey(chat)))
    .map((chat) => ({ kind: 'chat', key: waitKey(chat), chat }));
}

function newMessages(before: ConnectionState, after: ConnectionState, chatId: string): Signal[] {
  const chat = after.desk?.chats[chatId];
  const known = before.streams[chatId];
  if (chat?.place !== 'mine' || known?.caughtUp !== true) return [];
  const news = after.streams[chatId]?.events.slice(known.events.length) ?? [];
  return news.flatMap((event) =>
    event.kind === 'message' && event.by.kind === 'patron'
      ? [{ kind: 'message', key: `${chatId}.${event.seq}`, chat, text: event.text } as const]
      : [],
  );
}

/** Since when it asks for this operator: it began to wait, or a colleague offers it. */
function asksSince(chat: DeskChat): string {
  return chat.place === 'passed' ? (chat.transfer?.at ?? chat.waitingSince) : chat.waitingSince;
}

/** A chat that comes back to the queue is a new wait. */
function waitKey(chat: DeskChat): string {
  return `${chat.id}.${asksSince(chat)}`;
}
