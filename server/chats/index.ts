export { advanceWaitingChats } from './advance-waiting.ts';
export { endStaleTransfers } from './answer-transfer.ts';
export { appendEvents, BY_CARREL, BY_PATRON, type NewEvent } from './append-events.ts';
export { authenticatePatron } from './authenticate-patron.ts';
export { type ChatRow, guestTag, presentToStaff } from './chat.ts';
export { closeChatWithin } from './close-chat.ts';
export { closeUnanswered } from './close-unanswered.ts';
export { readEventPage } from './event-page.ts';
export { readFacts, readReader } from './facts.ts';
export { openToPatron } from './patron-door.ts';
export { deleteLapsedPatronLeases, extendPatronLeases, patronLeaseEnd } from './patron-leases.ts';
export { postMessage } from './post-message.ts';
export { returnAbandonedChats, returnOrphanedChats } from './return-chat.ts';
export { openRooms, type Rooms, type StaffListener } from './rooms.ts';
export { routeChats } from './routes.ts';
export {
  chatRows,
  findReadableChat,
  type LockedChat,
  lockChat,
} from './store.ts';
export { tellSeen } from './tell-seen.ts';
export { routeTransfers } from './transfer-routes.ts';
export type { Resolving, WayHome } from './way-home.ts';
export { mayReadChat, mayWriteInChat, type Reader } from './who-may.ts';
export { type MessageWriter, messageWriter } from './writer.ts';
