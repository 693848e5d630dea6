export { noteSittings } from './note-sittings.ts';
export { staffedHours } from './staffed-hours.ts';
export {
  listSittings,
  readShapes,
  readStaffedMonths,
  type StoredSitting,
  sumSittings,
} from './store.ts';
