export { Notices } from './notices.tsx';
export { notify, notifyTrouble } from './notify.tsx';
export { sentenceFor, useTrouble } from './use-trouble.ts';
