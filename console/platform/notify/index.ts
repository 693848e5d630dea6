export { Notices } from './notices.tsx';
export { keepNotice, notify } from './notify.tsx';
export { sentenceFor, useTrouble } from './use-trouble.ts';
export { useUndo } from './use-undo.ts';
