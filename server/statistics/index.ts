export { countChats } from './count-chats.ts';
export { CELLS, SLOT_COLUMNS, SLOT_VALUES } from './count-store.ts';
export { routeStatistics } from './routes.ts';
