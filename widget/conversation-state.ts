import type { PatronChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';
import type { ServerFrame } from '#protocol/frames.ts';
import { applyToChat } from './chat-state.ts';
import type { Link } from './connection.ts';
import type { Outgoing } from './outbox.ts';
import { EMPTY_STREAM, ownMessage, receive, type Stream } from './stream.ts';

/** All that is known of the chat in this tab: what the panel draws. */
export interface ConversationState {
  readonly link: Link;
  /** Null until the server has spoken once. */
  readonly chat: PatronChat | null;
  readonly stream: Stream;
  /** The patron's words that are not in the stream yet. */
  readonly outgoing: readonly Outgoing[];
  readonly operatorTyping: boolean;
  /** The number up to which the operator has read. */
  readonly operatorSeen: number;
}

export const UNHEARD: ConversationState = {
  link: 'connecting',
  chat: null,
  stream: EMPTY_STREAM,
  outgoing: [],
  operatorTyping: false,
  operatorSeen: 0,
};

/** The state after a frame. Frames that say nothing of the chat leave it as it is. */
export function hearFrame(state: ConversationState, frame: ServerFrame): ConversationState {
  switch (frame.t) {
    case 'hello_patron':
      return { ...state, chat: newer(state.chat, frame.chat) };
    case 'events':
      return withStream(state, receive(state.stream, frame.events));
    case 'ack': {
      const sent = state.outgoing.find((message) => message.clientId === frame.clientId);
      return sent
        ? withStream(state, receive(state.stream, [ownMessage(frame, sent.text)]))
        : state;
    }
    case 'typing':
      return frame.who === 'operator' ? { ...state, operatorTyping: frame.on } : state;
    case 'seen':
      return frame.who === 'operator'
        ? { ...state, operatorSeen: Math.max(state.operatorSeen, frame.seq) }
        : state;
    default:
      return state;
  }
}

/** Snapshots may overtake events of another connection of the same tab. */
function newer(known: PatronChat | null, told: PatronChat): PatronChat {
  return known && known.lastSeq > told.lastSeq ? known : told;
}

function withStream(state: ConversationState, stream: Stream): ConversationState {
  if (stream === state.stream) return state;
  const fresh = stream.events.slice(state.stream.events.length);
  const stored = new Set(
    fresh.filter((event) => event.kind === 'message').map((event) => event.clientId),
  );
  return {
    ...state,
    stream,
    chat: state.chat && fresh.reduce(applyToChat, state.chat),
    outgoing: state.outgoing.filter((message) => !stored.has(message.clientId)),
    operatorTyping: state.operatorTyping && !fresh.some(endsTyping),
  };
}

function endsTyping(event: ChatEvent): boolean {
  return event.by.kind === 'operator' || event.kind === 'closed';
}
