export { countChats } from './count-chats.ts';
export { CELLS, STEP_COLUMNS, STEP_VALUES } from './count-store.ts';
export { SUMMED } from './measures.ts';
export { routeStatistics } from './routes.ts';
