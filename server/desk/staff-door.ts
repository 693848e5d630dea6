import type { z } from 'zod';
import type { staffHello } from '#protocol/frames.ts';
import { CLOSE } from '#protocol/frames.ts';
import { MOST_DESK_PAGES } from '#protocol/limits.ts';
import { authenticateStaff, findActorBySession } from '../accounts/index.ts';
import { mayReadChat, type Reader, readReader } from '../chats/index.ts';
import type { Background } from '../platform/background.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { oneAtATime } from '../platform/one-at-a-time.ts';
import { problem } from '../platform/problem.ts';
import type { Session, Visitor } from '../platform/socket/connection.ts';
import type { Peer } from '../platform/socket/peer.ts';
import { beginLease, endLease } from '../presence/index.ts';
import type { LiveTickets, TicketListener } from '../tickets/index.ts';
import type { LiveDesks } from './live-desks.ts';
import { followChat, passOn, postFromDesk, type Sitting, type SittingParts } from './sitting.ts';
import { tellCoops } from './tell-coops.ts';

export interface StaffDoorParts extends SittingParts {
  readonly desks: LiveDesks;
  readonly tickets: LiveTickets;
  /** Origin of PUBLIC_URL: a page of any other gets no socket, whatever cookie its browser sends. */
  readonly ownOrigin: string;
  /** Reads the session cookie out of a `Cookie` header. */
  readonly readCookie: (header: string | undefined) => string | undefined;
  readonly background: Background;
  /** @throws too_many_requests when this account asks too often, from whatever connections */
  readonly takeForActor: (accountId: string) => void;
}

const NOBODY = { actor: undefined, reader: undefined };

/** Opens a desk: session cookie, own origin, chat access; then a lease of presence begins. */
export async function openToStaff(
  parts: StaffDoorParts,
  peer: Peer,
  hello: z.infer<typeof staffHello>,
  visitor: Visitor,
): Promise<Session> {
  if (visitor.origin !== parts.ownOrigin) throw problem('foreign_origin');
  const actor = await authenticateStaff(parts, parts.readCookie(visitor.cookie), null);
  parts.takeForActor(actor.accountId);
  if (actor.mustAddSecondFactor) throw problem('second_factor_required');
  if (!actor.chatAccess) throw problem('no_chat_access');

  refuseTooMany(parts.desks, actor);
  const sitting = sitDown(peer, hello.pageId, actor, await readReader(parts.database.sql, actor));
  const now = parts.clock.now();
  peer.send({ t: 'welcome', as: 'staff', accountId: actor.accountId, now: now.toISOString() });
  // Listens before its lease is told of: whatever right is lost from here on is noticed.
  const session = staffSession(parts, sitting);
  try {
    await beginLease(parts, sitting.page);
    // Others that came in at the same moment have passed the first look together with this one.
    refuseTooMany(parts.desks, actor);
    parts.desks.open(sitting.page);
    return session;
  } catch (error) {
    session.onClose();
    throw error;
  }
}

function refuseTooMany(desks: LiveDesks, actor: StaffActor): void {
  const open = desks.pages().filter(({ accountId }) => accountId === actor.accountId);
  if (open.length >= MOST_DESK_PAGES)
    throw problem('too_many_requests', 'Your desk is open on too many pages. Close some of them.');
}

function sitDown(peer: Peer, pageId: string, actor: StaffActor, reader: Reader): Sitting {
  const following = new Set<string>();
  const sitting: Sitting = {
    actor,
    reader,
    peer,
    following,
    hasLeft: false,
    page: {
      peer,
      pageId,
      accountId: actor.accountId,
      sessionId: actor.sessionId,
      shown: undefined,
    },
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
  const { begin } = parts.background;
  // Of two looks at once the older could come back last, and bring rights back that are gone.
  const lookAgain = oneAtATime(() => lookAgainAtRights(parts, sitting));
  const reader: TicketListener = { peer, actor: () => sitting.actor };
  parts.tickets.enter(reader);
  const unsubscribe = parts.bus.subscribe('operator', ({ accountId }) => {
    if (accountId === page.accountId) begin(lookAgain());
  });

  return {
    speaker: page.accountId,
    onFrame(frame) {
      switch (frame.t) {
        case 'post':
          return begin(postFromDesk(parts, sitting, frame));
        case 'follow':
          return begin(followChat(parts, sitting, frame));
        case 'unfollow':
          following.delete(frame.chatId);
          return parts.rooms.leaveAsStaff(frame.chatId, listener);
        case 'typing':
        case 'seen':
          return begin(passOn(parts, sitting, frame));
        case 'writing':
          return begin(parts.tickets.tellWriting(sitting.actor, frame.ticketId, frame.on));
        default:
          return peer.send({ t: 'error', code: 'may_not', detail: 'That frame is for patrons.' });
      }
    },
    onClose() {
      sitting.hasLeft = true;
      unsubscribe();
      parts.tickets.leave(reader);
      parts.desks.close(page);
      for (const chatId of following) parts.rooms.leaveAsStaff(chatId, listener);
      // After a cut the page is back before its old connection is found dead.
      const isBack = parts.desks
        .pages()
        .some(({ pageId, accountId }) => pageId === page.pageId && accountId === page.accountId);
      if (!isBack) begin(endLease(parts, page));
    },
  };
}

/**
 * Session, account, queues or levels may have changed: whoever lost the right to something hears no
 * more of it. The hint does not come twice, so that whoever can't be looked up has to come in again.
 */
async function lookAgainAtRights(parts: StaffDoorParts, sitting: Sitting): Promise<void> {
  const { peer, following } = sitting;
  try {
    const { actor, reader } = await lookUp(parts, sitting.actor.sessionId);
    if (!actor) return peer.close(CLOSE.notSignedIn, 'signed out');
    if (actor.mustAddSecondFactor) return peer.close(CLOSE.mayNot, 'second factor required');
    if (!actor.chatAccess) return peer.close(CLOSE.mayNot, 'no chat access');
    const before = sitting.reader;
    sitting.actor = actor;
    sitting.reader = reader;
    for (const told of await tellCoops(parts.database.sql, before, reader)) peer.send(told);
  } catch (error) {
    peer.close(1011, 'try again');
    throw error;
  }
  parts.rooms.review([...following]);
}

/** Both as of one moment: who lost chat access in between would be told that their co-ops had removed them. */
function lookUp({ database, clock }: StaffDoorParts, sessionId: string) {
  const moment = database.sql.transaction().setIsolationLevel('repeatable read');
  return moment.execute(async (sql) => {
    const actor = await findActorBySession(sql, sessionId, clock.now());
    return actor ? { actor, reader: await readReader(sql, actor) } : NOBODY;
  });
}
