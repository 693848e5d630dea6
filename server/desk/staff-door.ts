import type { z } from 'zod';
import type { staffHello, TalkFrame } from '#protocol/frames.ts';
import { CLOSE } from '#protocol/frames.ts';
import { EVENTS_PAGE } from '#protocol/limits.ts';
import { authenticateStaff, findActorBySession } from '../accounts/index.ts';
import {
  findReadableChat,
  type MessageWriter,
  mayReadChat,
  mayWriteInChat,
  postMessage,
  presentToStaff,
  type Reader,
  type Rooms,
  readEventPage,
  readFacts,
  readReader,
  type StaffListener,
} from '../chats/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { ProblemError, problem } from '../platform/problem.ts';
import type { Session, Visitor } from '../platform/socket/listen.ts';
import type { Peer } from '../platform/socket/peer.ts';
import { beginLease, endLease } from '../presence/index.ts';
import type { LiveDesks, OpenDesk } from './live-desks.ts';

export interface StaffDoorParts extends Parts {
  readonly rooms: Rooms;
  readonly desks: LiveDesks;
  readonly writer: MessageWriter;
  /** Origin of PUBLIC_URL: a page of any other gets no socket, whatever cookie its browser sends. */
  readonly ownOrigin: string;
  /** Reads the session cookie out of a `Cookie` header. */
  readonly readCookie: (header: string | undefined) => string | undefined;
  readonly onError: (error: unknown) => void;
}

/** State of one page of the desk. */
interface Sitting {
  actor: StaffActor;
  reader: Reader;
  readonly peer: Peer;
  readonly page: OpenDesk;
  readonly listener: StaffListener;
  readonly following: Set<string>;
  /** The connection is closed, and nothing may be begun for it any more. */
  hasLeft: boolean;
}

/** Opens a desk: session cookie, own origin, chat access; then a lease of presence begins. */
export async function openToStaff(
  parts: StaffDoorParts,
  peer: Peer,
  hello: z.infer<typeof staffHello>,
  visitor: Visitor,
): Promise<Session> {
  if (visitor.origin !== parts.ownOrigin) throw problem('foreign_origin');
  const actor = await authenticateStaff(parts, parts.readCookie(visitor.cookie));
  if (!actor.chatAccess) throw problem('no_chat_access');

  const sitting = sitDown(peer, hello.pageId, actor, await readReader(parts.database.sql, actor));
  const now = parts.clock.now();
  peer.send({ t: 'welcome', as: 'staff', accountId: actor.accountId, now: now.toISOString() });
  // Listens before its lease is told of: whatever right is lost from here on is noticed.
  const session = staffSession(parts, sitting);
  try {
    await beginLease(parts, sitting.page);
    parts.desks.open(sitting.page);
    return session;
  } catch (error) {
    session.onClose();
    throw error;
  }
}

function sitDown(peer: Peer, pageId: string, actor: StaffActor, reader: Reader): Sitting {
  const following = new Set<string>();
  const sitting: Sitting = {
    actor,
    reader,
    peer,
    following,
    hasLeft: false,
    page: { peer, pageId, accountId: actor.accountId, shown: undefined },
    listener: {
      peer,
      mayHear: (facts) => mayReadChat(sitting.reader, facts),
      onRemoved(chatId) {
        following.delete(chatId);
        peer.send({
          t: 'refused',
          chatId,
          code: 'not_found',
          detail: 'You cannot read this chat any more.',
        });
      },
    },
  };
  return sitting;
}

function staffSession(parts: StaffDoorParts, sitting: Sitting): Session {
  const { peer, page, listener, following } = sitting;
  const guard = (work: Promise<unknown>) => void work.catch(parts.onError);
  const unsubscribe = parts.bus.subscribe('operator', ({ accountId }) => {
    if (accountId === page.accountId) guard(lookAgainAtRights(parts, sitting));
  });

  return {
    onFrame(frame) {
      switch (frame.t) {
        case 'post':
          return guard(post(parts, sitting, frame));
        case 'follow':
          return guard(follow(parts, sitting, frame));
        case 'unfollow':
          following.delete(frame.chatId);
          return parts.rooms.leaveAsStaff(frame.chatId, listener);
        case 'typing':
        case 'seen':
          return passOn(parts, sitting, frame);
        default:
          return peer.send({ t: 'error', code: 'may_not', detail: 'That frame is for patrons.' });
      }
    },
    onClose() {
      sitting.hasLeft = true;
      unsubscribe();
      parts.desks.close(page);
      for (const chatId of following) parts.rooms.leaveAsStaff(chatId, listener);
      // After a cut the page is back before its old connection is found dead.
      const isBack = parts.desks.pages().some(({ pageId }) => pageId === page.pageId);
      if (!isBack) guard(endLease(parts, page));
    },
  };
}

/** Session, account, queues or levels may have changed: whoever lost the right to something hears no more of it. */
async function lookAgainAtRights(parts: StaffDoorParts, sitting: Sitting): Promise<void> {
  const { peer, following } = sitting;
  const actor = await findActorBySession(
    parts.database.sql,
    sitting.actor.sessionId,
    parts.clock.now(),
  );
  if (!actor) return peer.close(CLOSE.notSignedIn, 'signed out');
  if (!actor.chatAccess) return peer.close(CLOSE.mayNot, 'no chat access');
  sitting.actor = actor;
  sitting.reader = await readReader(parts.database.sql, actor);
  parts.rooms.review([...following]);
}

async function post(
  parts: StaffDoorParts,
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
    peer.send({ t: 'ack', chatId, clientId, seq, at: at.toISOString() });
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

async function follow(
  parts: StaffDoorParts,
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
function passOn(
  { bus, rooms }: StaffDoorParts,
  { actor, peer, following }: Sitting,
  frame: Extract<TalkFrame, { t: 'typing' | 'seen' }>,
): void {
  const { chatId } = frame;
  const facts = chatId !== undefined && following.has(chatId) && rooms.factsOf(chatId);
  if (!chatId || !facts || !mayWriteInChat(actor.accountId, facts)) return;
  const from = peer.id;
  if (frame.t === 'seen') {
    bus.publish('passing', { what: 'seen', chatId, from, who: 'operator', seq: frame.seq });
    return;
  }
  const name = actor.displayName;
  bus.publish('passing', { what: 'typing', chatId, from, who: 'operator', name, on: frame.on });
}
