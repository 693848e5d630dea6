export {
  type Assignments,
  addedTo,
  alter,
  type Kind,
  NO_ASSIGNMENTS,
  type Reassignment,
} from './assignments.ts';
export { copyAssignments } from './copy-assignments.ts';
export { saveAssignments, type ToldOf } from './save-assignments.ts';
export { readAssignments } from './store.ts';
