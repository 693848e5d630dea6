export { routeRooms } from './routes.ts';
export { deleteRoomsBefore, insertRoom, type NewRoom } from './store.ts';
