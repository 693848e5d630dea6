export { type Letter, MAIL } from './letter.ts';
export { sendLetters } from './send-letters.ts';
export { fileTransport, type MailTransport, smtpTransport } from './transport.ts';
