export { confirmOwnPassword } from './change-own-password.ts';
export { answerForgotten } from './forgotten.ts';
export { hashPassword, verifyPassword } from './hash-password.ts';
export { forgetOldLinks } from './link.ts';
export { inviteAccount, type LetterParts, mailLink } from './mail-link.ts';
export { refuseWeakPassword } from './refuse-weak-password.ts';
export { routePasswords } from './routes.ts';
export { savePassword } from './save-password.ts';
export { type Addressee, deleteLinks, findAddressee, holdSession } from './store.ts';
