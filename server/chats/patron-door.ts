import type { z } from 'zod';
import type { patronHello, TalkFrame } from '#protocol/frames.ts';
import { EVENTS_PAGE, MOST_PATRON_SOCKETS } from '#protocol/limits.ts';
import type { Background } from '../platform/background.ts';
import { writeInstant } from '../platform/instant.ts';
import type { Parts } from '../platform/parts.ts';
import { ProblemError, problem } from '../platform/problem.ts';
import type { Tokens } from '../platform/secrets.ts';
import type { Session } from '../platform/socket/connection.ts';
import type { Peer } from '../platform/socket/peer.ts';
import { presentToPatron } from './chat.ts';
import { readEventPage } from './event-page.ts';
import { beginPatronLease, endPatronLease } from './patron-leases.ts';
import { postMessage } from './post-message.ts';
import type { Rooms } from './rooms.ts';
import { findChat } from './store.ts';
import { tellSeen } from './tell-seen.ts';
import { visitPage } from './visit-page.ts';
import type { MessageWriter } from './writer.ts';

export interface PatronDoorParts extends Parts {
  readonly tokens: Tokens;
  readonly rooms: Rooms;
  readonly writer: MessageWriter;
  /** Connections of patrons of this process; their leases are renewed together. */
  readonly patronConnections: Set<string>;
  readonly background: Background;
  /** @throws too_many_requests when this chat asks too often, from whatever connections */
  readonly takeForActor: (chatId: string) => void;
}

const AS_PATRON = { actorKind: 'p', actorId: null, actorName: null } as const;

/**
 * Lets a patron in by the token of their chat. A chat id that the client sends proves nothing and is not
 * read. Each connection hears what all others say: without an end to them, a frame would become thousands.
 */
export async function openToPatron(
  parts: PatronDoorParts,
  peer: Peer,
  hello: z.infer<typeof patronHello>,
): Promise<Session> {
  const chatId = parts.tokens.verify('chat', hello.token);
  // A hello costs more than any frame: who is sent away for saying too much may not come straight back.
  if (chatId) parts.takeForActor(chatId);
  const now = parts.clock.now();
  const chat = chatId && (await findChat(parts.database.sql, chatId, now));
  if (!chatId || !chat) throw problem('not_signed_in', 'This chat is not there any more.');

  if (parts.rooms.patronsIn(chatId) >= MOST_PATRON_SOCKETS)
    throw problem('too_many_requests', 'This chat is open on too many pages. Close some of them.');

  // First into the room, then the look back: what happens in between comes twice rather than never.
  parts.rooms.enterAsPatron(chatId, peer);
  const session = patronSession(parts, peer, chatId);
  try {
    peer.send({ t: 'hello_patron', chat: presentToPatron(chat), now: now.toISOString() });
    await sendEvents(parts, peer, chatId, hello.after);
    if (chat.state !== 'closed') {
      parts.patronConnections.add(peer.id);
      await beginPatronLease(parts, peer.id, chatId);
    }
    return session;
  } catch (error) {
    session.onClose();
    throw error;
  }
}

function patronSession(parts: PatronDoorParts, peer: Peer, chatId: string): Session {
  const { begin } = parts.background;
  return {
    speaker: chatId,
    onFrame(frame) {
      switch (frame.t) {
        case 'post':
          return begin(post(parts, peer, chatId, frame));
        case 'follow':
          return begin(sendEvents(parts, peer, chatId, frame.after));
        case 'typing':
          return parts.bus.publish('passing', {
            what: 'typing',
            chatId,
            from: peer.id,
            who: 'patron',
            on: frame.on,
          });
        case 'seen':
          return begin(tellSeen(parts, { chatId, from: peer.id, who: 'patron', seq: frame.seq }));
        case 'page':
          return begin(visitPage(parts, chatId, frame.page));
        default:
          return peer.send({ t: 'error', code: 'may_not', detail: 'That frame is for staff.' });
      }
    },
    onClose() {
      parts.rooms.leaveAsPatron(chatId, peer);
      if (parts.patronConnections.delete(peer.id)) begin(endPatronLease(parts, peer.id, chatId));
    },
  };
}

async function post(
  parts: PatronDoorParts,
  peer: Peer,
  chatId: string,
  { clientId, text }: Extract<TalkFrame, { t: 'post' }>,
): Promise<void> {
  try {
    const message = { chatId, clientId, text, note: false };
    const { patronSeq, at } = await postMessage(parts, AS_PATRON, message, peer.id);
    peer.send({ t: 'ack', chatId, clientId, seq: patronSeq ?? 0, at: writeInstant(at) });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    peer.send({ t: 'refused', clientId, chatId, code: error.code, detail: error.detail });
  }
}

async function sendEvents(
  parts: PatronDoorParts,
  peer: Peer,
  chatId: string,
  after: number,
): Promise<void> {
  const { events, more } = await readEventPage(
    parts.database.sql,
    chatId,
    'patron',
    after,
    EVENTS_PAGE,
  );
  peer.send({ t: 'events', chatId, events, ...(more && { more }) });
}
