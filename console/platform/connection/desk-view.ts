import { applyToStaffChat } from '#protocol/chat-state.ts';
import type { StaffChat } from '#protocol/chats.ts';
import type { Desk, DeskChat } from '#protocol/desk.ts';
import type { ChatEvent } from '#protocol/events.ts';
import type { Colleague, OwnPresence } from '#protocol/presence.ts';
import type { DeskQueue } from '#protocol/queues.ts';

/** The desk as the server last described it, with what this tab has learnt since. */
export interface DeskView {
  readonly presence: OwnPresence;
  readonly queues: readonly DeskQueue[];
  readonly colleagues: readonly Colleague[];
  readonly chats: Readonly<Record<string, DeskChat>>;
}

/** The whole desk anew. A chat that this tab already knows further on stays as it knows it. */
export function receiveDesk(view: DeskView | null, desk: Desk): DeskView {
  const chats = desk.chats.map((chat) => [chat.id, newerOf(view?.chats[chat.id], chat)] as const);
  return { ...desk, chats: Object.fromEntries(chats) };
}

/** One chat, added or replaced. */
export function receiveChat(view: DeskView, chat: DeskChat): DeskView {
  const newer = newerOf(view.chats[chat.id], chat);
  return newer === view.chats[chat.id]
    ? view
    : { ...view, chats: { ...view.chats, [chat.id]: newer } };
}

/** A chat has left the desk. */
export function removeChat(view: DeskView, chatId: string): DeskView {
  if (view.chats[chatId] === undefined) {
    return view;
  }
  const { [chatId]: _gone, ...chats } = view.chats;
  return { ...view, chats };
}

/** Events of a followed chat move its entry on the desk as well; what is missing the server will send as `chat`. */
export function moveChat(view: DeskView, chatId: string, events: readonly ChatEvent[]): DeskView {
  const chat = view.chats[chatId];
  const moved = chat === undefined ? undefined : events.reduce(applyIfNext, chat);
  return chat === undefined || moved === undefined || moved === chat
    ? view
    : { ...view, chats: { ...view.chats, [chatId]: moved } };
}

/** The answer to a command of one's own, which often comes before the frame that says the same. */
export function receiveOwnChat(view: DeskView, chat: StaffChat, accountId: string): DeskView {
  if (chat.state === 'active' && chat.ownerId === accountId) {
    return receiveChat(view, { ...chat, place: 'mine', offered: false });
  }
  return view.chats[chat.id]?.place === 'mine' ? removeChat(view, chat.id) : view;
}

export function receiveQueue(view: DeskView, queue: DeskQueue): DeskView {
  return {
    ...view,
    queues: view.queues.map((known) => (known.id === queue.id ? queue : known)),
  };
}

/** Chats that wait, longest first. */
export function waitingChats(view: DeskView): DeskChat[] {
  return Object.values(view.chats)
    .filter((chat) => chat.place === 'waiting')
    .sort((one, other) => one.waitingSince.localeCompare(other.waitingSince));
}

/** Chats that colleagues ask one to take, who asked first. */
export function passedChats(view: DeskView): DeskChat[] {
  return Object.values(view.chats)
    .filter((chat) => chat.place === 'passed')
    .sort((one, other) => (one.transfer?.at ?? '').localeCompare(other.transfer?.at ?? ''));
}

/** One's own chats in the order of claiming. */
export function ownChats(view: DeskView): DeskChat[] {
  return Object.values(view.chats)
    .filter((chat) => chat.place === 'mine')
    .sort((one, other) => (one.claimedAt ?? '').localeCompare(other.claimedAt ?? ''));
}

function newerOf(known: DeskChat | undefined, received: DeskChat): DeskChat {
  if (known === undefined || known.lastSeq <= received.lastSeq) return received;
  // Where it stands no event tells: that is the server's word alone.
  return { ...known, place: received.place, offered: received.offered };
}

function applyIfNext(chat: DeskChat, event: ChatEvent): DeskChat {
  return event.seq === chat.lastSeq + 1 ? { ...chat, ...applyToStaffChat(chat, event) } : chat;
}
