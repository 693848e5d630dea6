export { beginLease, endLease, leaseEnd } from './hold-lease.ts';
export { routePresence } from './routes.ts';
export {
  deleteLeasesBefore,
  extendLeases,
  type LiveOperator,
  lapsedBetween,
  readLiveOperators,
  readQueuePresence,
  readStaffing,
} from './store.ts';
