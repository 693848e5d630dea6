import type { PeerSpeed } from './peer-speed.ts';

/** ejabberd 23.01 of Debian 12 with PostgreSQL 15, as `npm run bench -- --peers` last measured it on two cores. */
export const RECORDED: PeerSpeed = {
  isFresh: false,
  date: '2026-11-22',
  deliveredPerSecond: 3_657,
};
