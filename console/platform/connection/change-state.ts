import type { ConnectionState, LocalChange } from './connection-state.ts';
import { receiveOwnChat, receiveQueue } from './desk-view.ts';
import { addEntry, forgetSent, markSent, removeEntry, retryEntry } from './outbox.ts';

/** The state after something that this tab did or noticed itself. */
export function changeState(state: ConnectionState, change: LocalChange): ConnectionState {
  switch (change.type) {
    case 'link':
      return change.link === 'open'
        ? { ...state, link: 'open' }
        : { ...state, link: change.link, typing: {}, outbox: forgetSent(state.outbox) };
    case 'written':
      return { ...state, outbox: addEntry(state.outbox, change.entry) };
    case 'sent':
      return { ...state, outbox: markSent(state.outbox, change.clientIds) };
    case 'retried':
      return { ...state, outbox: retryEntry(state.outbox, change.clientId) };
    case 'discarded':
      return { ...state, outbox: removeEntry(state.outbox, change.clientId) };
    case 'read':
      return change.seq <= (state.ownSeen[change.chatId] ?? 0)
        ? state
        : { ...state, ownSeen: { ...state.ownSeen, [change.chatId]: change.seq } };
    case 'stream_left': {
      const { [change.chatId]: _left, ...streams } = state.streams;
      return { ...state, streams };
    }
    case 'departure_shown':
      return {
        ...state,
        departures: state.departures.filter(({ chat }) => chat.id !== change.chatId),
      };
    default:
      return changeDesk(state, change);
  }
}

function changeDesk(
  state: ConnectionState,
  change: Extract<LocalChange, { type: `${string}_answered` }>,
): ConnectionState {
  if (state.desk === null) {
    return state;
  }
  switch (change.type) {
    case 'chat_answered':
      return { ...state, desk: receiveOwnChat(state.desk, change.chat, state.accountId) };
    case 'presence_answered':
      return { ...state, desk: { ...state.desk, presence: change.presence } };
    case 'queue_answered':
      return { ...state, desk: receiveQueue(state.desk, change.queue) };
  }
}
