export { presentNote } from './note.ts';
export { routeFeedback } from './routes.ts';
export { readNotes, readRatings } from './store.ts';
export { mayNote } from './who-may.ts';
