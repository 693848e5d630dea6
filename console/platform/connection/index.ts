export { EMPTY_STREAM } from './chat-stream.ts';
export {
  ConnectionProvider,
  useConnection,
  useConnectionState,
  useOptionalConnection,
} from './connection-provider.tsx';
export type { ConnectionState, Departure, Typing } from './connection-state.ts';
export type { DeskView } from './desk-view.ts';
export { ownChats, passedChats, waitingChats } from './desk-view.ts';
export type { OutboxEntry } from './outbox.ts';
export { createStore } from './store.ts';
export { countUnread } from './unread.ts';
