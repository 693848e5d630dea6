import { applyToPatronChat, applyToStaffChat } from '#protocol/chat-state.ts';
import type { PatronChat, StaffChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';
import type { SocketClient } from './socket-client.ts';

/** A chat as a client knows it: the first snapshot, and every event since, applied in order. */
export interface Followed<Chat> {
  readonly chat: Chat;
  /** Numbers in the order of application. */
  readonly seqs: readonly number[];
}

/** What a patron's client makes of all that it was sent so far. */
export function asPatronFollows(client: SocketClient): Followed<PatronChat> {
  const hello = client.frames.find((frame) => frame.t === 'hello_patron');
  if (!hello) throw new Error('No snapshot came');
  return applyAll(hello.chat, eventsOf(client, hello.chat.id), applyToPatronChat);
}

/** What a page of the desk makes of all that it was sent of a chat so far. */
export function asStaffFollow(client: SocketClient, chatId: string): Followed<StaffChat> {
  const state = client.frames.find((frame) => frame.t === 'chat_state' && frame.chat.id === chatId);
  if (state?.t !== 'chat_state') throw new Error('No snapshot came');
  return applyAll(state.chat, eventsOf(client, chatId), applyToStaffChat);
}

/** As the clients do it: last + 1 is applied, what is known already is passed over, a gap is an error here. */
function applyAll<Chat extends { readonly lastSeq: number }>(
  snapshot: Chat,
  events: readonly ChatEvent[],
  apply: (chat: Chat, event: ChatEvent) => Chat,
): Followed<Chat> {
  let chat = snapshot;
  const seqs: number[] = [];
  for (const event of events) {
    if (event.seq <= chat.lastSeq) continue;
    if (event.seq > chat.lastSeq + 1)
      throw new Error(`A gap: ${event.seq} came after ${chat.lastSeq}`);
    chat = apply(chat, event);
    seqs.push(event.seq);
  }
  return { chat, seqs };
}

function eventsOf(client: SocketClient, chatId: string): ChatEvent[] {
  return client.frames.flatMap((frame) =>
    frame.t === 'events' && frame.chatId === chatId ? frame.events : [],
  );
}
