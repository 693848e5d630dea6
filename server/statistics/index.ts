export { countChats } from './count-chats.ts';
export { routeStatistics } from './routes.ts';
