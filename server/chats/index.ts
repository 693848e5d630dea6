export { appendEvents, BY_CARREL, BY_PATRON, type NewEvent } from './append-events.ts';
export { authenticatePatron } from './authenticate-patron.ts';
export { type ChatRow, guestTag, presentToStaff } from './chat.ts';
export { closeChatWithin } from './close-chat.ts';
export { readEventPage } from './event-page.ts';
export { readFacts, readReader } from './facts.ts';
export { openToPatron } from './patron-door.ts';
export { deleteLapsedPatronLeases, extendPatronLeases, patronLeaseEnd } from './patron-leases.ts';
export { postMessage } from './post-message.ts';
export { openRooms, type Rooms, type StaffListener } from './rooms.ts';
export { routeChats } from './routes.ts';
export {
  chatRows,
  findReadableChat,
  type LockedChat,
  lockChat,
} from './store.ts';
export { tellSeen } from './tell-seen.ts';
export { endStaleTransfers } from './transfers/end-stale-transfers.ts';
export { routeTransfers } from './transfers/routes.ts';
export { advanceWaitingChats } from './waiting/advance-waiting.ts';
export { closeUnanswered } from './waiting/close-unanswered.ts';
export { returnAbandonedChats, returnOrphanedChats } from './waiting/return-chat.ts';
export type { Resolving, WayHome } from './way-home.ts';
export { mayReadChat, mayWriteInChat, type Reader } from './who-may.ts';
export { type MessageWriter, messageWriter } from './writer.ts';
