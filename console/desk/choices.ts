import { storedChoice } from './stored-choice.ts';

/** The column about the chat, where there is room for it. */
export const aboutShown = storedChoice('carrel.desk.about', true);
/** Shortcuts of one key without a modifier. */
export const singleKeys = storedChoice('carrel.desk.keys', true);
