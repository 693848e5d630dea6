export { type Letter, MAIL } from './letter.ts';
export { mailPage } from './mail-page.ts';
export { type MailReader, mailReader } from './mail-reader.ts';
export type { IncomingFile, IncomingMail } from './parse-mail.ts';
export { sendLetters } from './send-letters.ts';
export { fileTransport, MailRefused, type MailTransport, smtpTransport } from './transport.ts';
export { type MailboxWatch, watchMailbox } from './watch-mailbox.ts';
