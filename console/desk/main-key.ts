/** On a Mac Ctrl with a letter moves the caret and deletes; what is Ctrl elsewhere is ⌘ there. */
export const IS_MAC = /^(Mac|iP)/.test(globalThis.navigator?.platform ?? '');

export const MAIN_KEY = IS_MAC ? '⌘' : 'Ctrl';
