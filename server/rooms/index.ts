export { routeRooms } from './routes.ts';
export { deleteRoomsBefore, insertRoom } from './store.ts';
