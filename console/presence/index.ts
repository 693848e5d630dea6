export { chooseAwayAfter, useAwayAfter } from './away-after.ts';
export { IdleAway } from './idle-away.tsx';
export { IDLE_MINUTES } from './is-idle.ts';
