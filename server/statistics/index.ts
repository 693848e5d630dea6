export { countChats } from './count-chats.ts';
export { CELLS, COMPARED, STEP_COLUMNS, STEP_VALUES } from './count-store.ts';
export { COMPARED_SUMS, SUMMED } from './measures.ts';
export { routeStatistics } from './routes.ts';
