import { z } from 'zod';
import { patronChat, staffChat } from './chats.ts';
import { desk, deskChat } from './desk.ts';
import { chatEvent } from './events.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';
import { id, instant, visitedPage, writtenText } from './schemas.ts';

/**
 * The frames of `WS /api/v1/socket`: JSON, one object a frame, `t` names it. The first frame of a
 * client is a `hello`, within HELLO_SECONDS. Only `post` is acknowledged; the rest is transient, or
 * has its answer named beside it.
 */

const code = z.literal(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);
const seq = z.int().min(0);

export const staffHello = z.object({
  t: z.literal('hello'),
  as: z.literal('staff'),
  /** Made by the tab at its load and kept over reconnects: its lease of presence. */
  pageId: id,
});
export const patronHello = z.object({
  t: z.literal('hello'),
  as: z.literal('patron'),
  token: z.string().min(1).max(200),
  /** The last number that the client has applied; all after it is sent. */
  after: seq,
});

/** By the frame's `t`; `hello` comes in two forms, told apart by `as`. */
export const clientFrames = {
  /** Answered by `ack` or `refused`. `chatId` counts for staff alone; a patron's token says the chat. `note`: staff only. */
  post: z.object({
    t: z.literal('post'),
    chatId: id.optional(),
    clientId: id,
    text: writtenText,
    note: z.boolean().optional(),
  }),
  /** Staff: begin or resume a chat's stream. Patrons: ask for what is missing. Answered by `events`, or `refused` with the chatId. */
  follow: z.object({ t: z.literal('follow'), chatId: id.optional(), after: seq }),
  unfollow: z.object({ t: z.literal('unfollow'), chatId: id }),
  typing: z.object({ t: z.literal('typing'), chatId: id.optional(), on: z.boolean() }),
  /** How far this side has read. */
  seen: z.object({ t: z.literal('seen'), chatId: id.optional(), seq }),
  /** Staff: an answer to a ticket is being written here, or no more. Told again while it goes on. */
  writing: z.object({ t: z.literal('writing'), ticketId: id, on: z.boolean() }),
  /** Patron: which page of the library they are on. */
  page: z.object({ t: z.literal('page'), page: visitedPage }),
  pong: z.object({ t: z.literal('pong') }),
  /** "Are you there?", asked after a tab wakes; answered by `ping` at once. */
  ping: z.object({ t: z.literal('ping') }),
} as const;

export type ClientFrame =
  | z.infer<typeof staffHello>
  | z.infer<typeof patronHello>
  | {
      [T in keyof typeof clientFrames]: z.infer<(typeof clientFrames)[T]>;
    }[keyof typeof clientFrames];
/** What may come after the `hello`. */
export type TalkFrame = Exclude<ClientFrame, { t: 'hello' }>;
export const serverFrame = z.discriminatedUnion('t', [
  /** To staff after `hello`; a `desk` with the whole state follows, and again whenever much changed. */
  z.object({ t: z.literal('welcome'), as: z.literal('staff'), accountId: id, now: instant }),
  z.object({ t: z.literal('desk'), desk }),
  /** A chat of the desk as it is now: add or replace. An older `lastSeq` than the one shown is to be ignored. */
  z.object({ t: z.literal('chat'), chat: deskChat }),
  /** A chat has left the desk. `claimedBy`: a colleague has it. */
  z.object({ t: z.literal('gone'), chatId: id, claimedBy: z.string().optional() }),
  /** Answer to a staff `follow`, before its `events`. */
  z.object({ t: z.literal('chat_state'), chat: staffChat }),
  /** To a patron after `hello`, before the events after `after`. */
  z.object({ t: z.literal('hello_patron'), chat: patronChat, now: instant }),
  /** Events in order; apply last + 1, ask by `follow` on a gap. `more`: ask again after the last of these. */
  z.object({
    t: z.literal('events'),
    chatId: id,
    events: z.array(chatEvent),
    more: z.boolean().optional(),
  }),
  /** Stored. The sender's own event is not sent to the connection it came from: this stands for it. */
  z.object({ t: z.literal('ack'), chatId: id, clientId: id, seq: z.int(), at: instant }),
  /** Not stored, and why; nothing was changed. */
  z.object({
    t: z.literal('refused'),
    clientId: id.optional(),
    chatId: id.optional(),
    code,
    detail: z.string(),
  }),
  z.object({
    t: z.literal('typing'),
    chatId: id,
    who: z.literal(['patron', 'operator']),
    name: z.string().optional(),
    on: z.boolean(),
  }),
  z.object({ t: z.literal('seen'), chatId: id, who: z.literal(['patron', 'operator']), seq }),
  /** A ticket that this account handles, or handled until now, has moved: read it again, and the lists. */
  z.object({ t: z.literal('ticket'), ticketId: id }),
  /** A colleague writes an answer to a ticket; without another sign for WRITING_SECONDS they do not. */
  z.object({
    t: z.literal('writing'),
    ticketId: id,
    accountId: id,
    name: z.string(),
    on: z.boolean(),
  }),
  /** To staff, at the moment that it happens: what else the desk shows follows by itself. */
  z.object({
    t: z.literal('told'),
    what: z.literal([
      'coop_joined',
      'coop_level',
      'coop_removed',
      'coop_library_left',
      'coop_ended',
    ]),
    /** Name of the co-op. */
    name: z.string(),
  }),
  z.object({ t: z.literal('ping') }),
  /** The frame before was not understood; the connection lives on. */
  z.object({ t: z.literal('error'), code, detail: z.string() }),
]);
export type ServerFrame = z.infer<typeof serverFrame>;

/** Close codes of the socket; those below 4000 are RFC 6455's own. */
export const CLOSE = {
  /** No valid `hello` in time. */
  noHello: 4400,
  /** Session or token does not hold: sign in again, do not reconnect. */
  notSignedIn: 4401,
  /** No chat access, or a foreign origin: do not reconnect. */
  mayNot: 4403,
  /** The reader was too slow; reconnect and resume. */
  tooSlow: 4408,
  /** Too many frames; reconnect later. */
  tooMany: 4429,
  /** This process stops; reconnect at once, elsewhere. */
  goingAway: 1001,
} as const;
