export { createThing } from './create-thing.ts';
export { deleteThing } from './delete-thing.ts';
export { readDeletedThings, readThing, readThings } from './read-things.ts';
export { renameThing } from './rename-thing.ts';
export { restoreThing } from './restore-thing.ts';
export { deleteThingsBefore, insertMembers, insertThing, lockVisibleThing } from './store.ts';
export { type Kind, POOL, type PresentedThing, ROOM, sayMissing } from './thing.ts';
export { refuseUnlessEditor } from './who-may.ts';
