export { type Letter, MAIL } from './letter.ts';
export { mailPage } from './mail-page.ts';
export { type IncomingMail, parseMail } from './parse-mail.ts';
export { sendLetters } from './send-letters.ts';
export { fileTransport, MailRefused, type MailTransport, smtpTransport } from './transport.ts';
export { type MailboxWatch, watchMailbox } from './watch-mailbox.ts';
