import type { TalkFrame } from '#protocol/frames.ts';
import { EVENTS_PAGE } from '#protocol/limits.ts';
import {
  findReadableChat,
  type MessageWriter,
  mayWriteInChat,
  postMessage,
  presentToStaff,
  type Reader,
  type Rooms,
  readEventPage,
  readFacts,
  type StaffListener,
  tellSeen,
} from '../chats/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { writeInstant } from '../platform/instant.ts';
import type { Parts } from '../platform/parts.ts';
import { ProblemError, problem } from '../platform/problem.ts';
import type { Peer } from '../platform/socket/peer.ts';
import type { OpenDesk } from './live-desks.ts';

export interface SittingParts extends Parts {
  readonly rooms: Rooms;
  readonly writer: MessageWriter;
}

/** State of one page of the desk. */
export interface Sitting {
  actor: StaffActor;
  reader: Reader;
  readonly peer: Peer;
  readonly page: OpenDesk;
  readonly listener: StaffListener;
  readonly following: Set<string>;
  /** The connection is closed, and nothing may be begun for it any more. */
  hasLeft: boolean;
}

/** Answers `ack` once it is stored, or `refused`. */
export async function postFromDesk(
  parts: SittingParts,
  { actor, peer }: Sitting,
  { chatId, clientId, text, note = false }: Extract<TalkFrame, { t: 'post' }>,
): Promise<void> {
  try {
    if (chatId === undefined) throw problem('malformed', 'chatId is missing.');
    const speaking = {
      actorKind: 's',
      actorId: actor.accountId,
      actorName: actor.displayName,
    } as const;
    const { seq, at } = await postMessage(
      parts,
      speaking,
      { chatId, clientId, text, note },
      peer.id,
    );
    peer.send({ t: 'ack', chatId, clientId, seq, at: writeInstant(at) });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, detail } = await hideUnreadable(parts, actor, chatId, error);
    peer.send({ t: 'refused', clientId, ...(chatId && { chatId }), code, detail });
  }
}

/** "You may not" would tell a stranger that the chat is there. */
async function hideUnreadable(
  { database, clock }: Parts,
  actor: StaffActor,
  chatId: string | undefined,
  error: ProblemError,
): Promise<ProblemError> {
  if (chatId === undefined || error.code === 'malformed' || error.code === 'unavailable')
    return error;
  const chat = await findReadableChat(database.sql, actor, chatId, clock.now());
  return chat ? error : problem('not_found');
}

/** Begins or resumes a chat's stream: its state, then all after a number, then live. */
export async function followChat(
  parts: SittingParts,
  sitting: Sitting,
  { chatId, after }: Extract<TalkFrame, { t: 'follow' }>,
): Promise<void> {
  const { actor, peer, listener, following } = sitting;
  const { sql } = parts.database;
  const chat = chatId && (await findReadableChat(sql, actor, chatId, parts.clock.now()));
  if (!chat) {
    const code = chatId === undefined ? 'malformed' : 'not_found';
    peer.send({ t: 'refused', ...(chatId && { chatId }), code, detail: problem(code).detail });
    return;
  }
  if (sitting.hasLeft) return;
  // First into the room, then the look back: what happens in between comes twice rather than never.
  following.add(chat.id);
  await parts.rooms.enterAsStaff(chat.id, listener, () => readFacts(sql, chat.id));
  peer.send({ t: 'chat_state', chat: presentToStaff(chat) });
  const { events, more } = await readEventPage(sql, chat.id, 'staff', after, EVENTS_PAGE);
  peer.send({ t: 'events', chatId: chat.id, events, ...(more && { more }) });
}

/** Typing and reading marks: told by those who speak in the chat, and only while they follow it. */
export async function passOn(
  parts: SittingParts,
  { actor, peer, following }: Sitting,
  frame: Extract<TalkFrame, { t: 'typing' | 'seen' }>,
): Promise<void> {
  const { chatId } = frame;
  const facts = chatId !== undefined && following.has(chatId) && parts.rooms.factsOf(chatId);
  if (!chatId || !facts || !mayWriteInChat(actor.accountId, facts)) return;
  const told = { chatId, from: peer.id, who: 'operator' } as const;
  if (frame.t === 'seen') return tellSeen(parts, { ...told, seq: frame.seq });
  const name = actor.displayName;
  parts.bus.publish('passing', { ...told, what: 'typing', name, on: frame.on });
}
