export { allReaches, findReach } from './find-reach.ts';
export { findReached, listReached, listReachedAmong, type Reached } from './list-reached.ts';
export { isNarrowed, type Narrowing, narrowChats, searchedFor } from './narrow.ts';
export type { Reach } from './reach.ts';
export { reachedChats, reachedFigures } from './reached-chats.ts';
export { readAnswerings } from './read-answerings.ts';
export { readPeriod } from './read-period.ts';
