export {
  type Assignments,
  addedTo,
  alter,
  type Kind,
  NO_ASSIGNMENTS,
} from './assignments.ts';
export { copyAssignments } from './copy-assignments.ts';
export { givenByConsortium } from './given-by-consortium.ts';
export { saveAssignments } from './save-assignments.ts';
export { readAssignments } from './store.ts';
