import type { StaffChat } from '#protocol/chats.ts';
import type { ServerFrame } from '#protocol/frames.ts';
import { TYPING_SECONDS } from '#protocol/limits.ts';
import type { ChatStream } from './chat-stream.ts';
import { EMPTY_STREAM, finishReading, receiveEvents, receiveState } from './chat-stream.ts';
import type { ConnectionState } from './connection-state.ts';
import { moveChat, receiveChat, receiveDesk, removeChat } from './desk-view.ts';
import { refuseEntry, removeEntry, removeStored } from './outbox.ts';
import { ownEvent } from './own-event.ts';

type FrameOf<Name extends ServerFrame['t']> = Extract<ServerFrame, { t: Name }>;

/** The state after one frame of the server. `now`: this machine's clock, in milliseconds. */
export function receiveFrame(
  state: ConnectionState,
  frame: ServerFrame,
  now: number,
): ConnectionState {
  switch (frame.t) {
    case 'welcome':
      return { ...state, link: 'open', clockOffset: Date.parse(frame.now) - now };
    case 'desk':
      return { ...state, desk: receiveDesk(state.desk, frame.desk) };
    case 'chat':
      return state.desk === null ? state : { ...state, desk: receiveChat(state.desk, frame.chat) };
    case 'gone':
      return receiveGone(state, frame);
    case 'chat_state':
      return receiveChatState(state, frame.chat);
    case 'events':
      return receiveEventsFrame(state, frame);
    case 'ack':
      return receiveAck(state, frame);
    case 'refused':
      return receiveRefusal(state, frame);
    case 'typing':
      return receiveTyping(state, frame, now);
    case 'seen':
      return receiveSeen(state, frame);
    default:
      return state;
  }
}

function receiveGone(state: ConnectionState, frame: FrameOf<'gone'>): ConnectionState {
  const chat = state.desk?.chats[frame.chatId];
  if (state.desk === null || chat === undefined) {
    return state;
  }
  const taken = frame.claimedBy !== undefined && chat.place === 'waiting';
  const departures = taken
    ? [...state.departures, { chat, claimedBy: frame.claimedBy ?? '' }]
    : state.departures;
  return { ...state, desk: removeChat(state.desk, frame.chatId), departures };
}

function receiveChatState(state: ConnectionState, chat: StaffChat): ConnectionState {
  return withStream(state, chat.id, (stream) => receiveState(stream, chat));
}

function receiveEventsFrame(state: ConnectionState, frame: FrameOf<'events'>): ConnectionState {
  const spoke = frame.events.some(({ kind, by }) => kind === 'message' && by.kind === 'patron');
  const moved = withStream(state, frame.chatId, (stream) => {
    const received = receiveEvents(stream, frame.events);
    return frame.more === true ? received : finishReading(received);
  });
  return {
    ...moved,
    desk: moved.desk === null ? null : moveChat(moved.desk, frame.chatId, frame.events),
    outbox: removeStored(moved.outbox, frame.events),
    typing: spoke ? without(moved.typing, frame.chatId) : moved.typing,
  };
}

/** The acknowledgement stands for one's own event, which this connection is not sent. */
function receiveAck(state: ConnectionState, frame: FrameOf<'ack'>): ConnectionState {
  const entry = state.outbox.entries.find(({ clientId }) => clientId === frame.clientId);
  if (entry === undefined) {
    return state;
  }
  const event = ownEvent(entry, frame, state.accountId);
  const moved = withStream(state, frame.chatId, (stream) => receiveEvents(stream, [event]));
  return {
    ...moved,
    desk: moved.desk === null ? null : moveChat(moved.desk, frame.chatId, [event]),
    outbox: removeEntry(moved.outbox, frame.clientId),
  };
}

function receiveRefusal(state: ConnectionState, frame: FrameOf<'refused'>): ConnectionState {
  if (frame.clientId === undefined) {
    return state;
  }
  const { clientId, code, detail } = frame;
  return { ...state, outbox: refuseEntry(state.outbox, clientId, { code, detail }) };
}

function receiveTyping(
  state: ConnectionState,
  frame: FrameOf<'typing'>,
  now: number,
): ConnectionState {
  if (!frame.on) {
    return { ...state, typing: without(state.typing, frame.chatId) };
  }
  const mark = { who: frame.who, name: frame.name ?? null, until: now + TYPING_SECONDS * 1_000 };
  return { ...state, typing: { ...state.typing, [frame.chatId]: mark } };
}

function receiveSeen(state: ConnectionState, frame: FrameOf<'seen'>): ConnectionState {
  const side = frame.who === 'patron' ? 'patronSeen' : 'ownSeen';
  const known = state[side][frame.chatId] ?? 0;
  return frame.seq <= known
    ? state
    : { ...state, [side]: { ...state[side], [frame.chatId]: frame.seq } };
}

function withStream(
  state: ConnectionState,
  chatId: string,
  change: (stream: ChatStream) => ChatStream,
): ConnectionState {
  const stream = state.streams[chatId] ?? EMPTY_STREAM;
  const changed = change(stream);
  return changed === stream
    ? state
    : { ...state, streams: { ...state.streams, [chatId]: changed } };
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> {
  if (record[key] === undefined) {
    return record;
  }
  const { [key]: _left, ...rest } = record;
  return rest;
}
