/** Sizes and times that both ends must agree on. */

/** Characters (UTF-16 code units) of one message, note or question. */
export const MESSAGE_CHARACTERS = 10_000;
/** Bytes of one socket frame, as UTF-8. A longer one ends the connection with code 1009. */
export const FRAME_BYTES = 64 * 1024;
/** Bytes of an HTTP body. */
export const BODY_BYTES = 128 * 1024;
/** Bytes of a mail that comes in, attachments included; mail servers allow 10 to 50 MB. */
export const MAIL_BYTES = 25 * 1024 * 1024;
/** Bytes of an attachment that is kept; a larger one stays in the mailbox, and the ticket says so. */
export const ATTACHMENT_BYTES = 5 * 1024 * 1024;
export const NAME_CHARACTERS = 100;
/** RFC 5321, 4.5.3.1.3. */
export const EMAIL_CHARACTERS = 254;
export const URL_CHARACTERS = 2_000;
export const USERNAME_CHARACTERS = 40;
/** NIST SP 800-63B: at least 12 here, no composition rules, long phrases welcome. */
export const PASSWORD_CHARACTERS = { least: 12, most: 200 } as const;
/** Quality notes on one chat, which its transcript shows all at once. */
export const MOST_QUALITY_NOTES = 100;
/** Days within which what was deleted can be restored. */
export const RESTORE_DAYS = 30;
/** Items of one page of a list. */
export const PAGE_ITEMS = { usual: 50, most: 200 } as const;
/** Events of one answer to "what came after N?". */
export const EVENTS_PAGE = 200;

/** Seconds within which the first frame must say who is there. */
export const HELLO_SECONDS = 10;
/** Seconds between two pings of the server. */
export const PING_SECONDS = 5;
/** Seconds of silence after which either end holds the connection for dead. */
export const SILENCE_SECONDS = 30;
/** Seconds an operator still gets offers after the last page closed: a reload is not a departure. */
export const CLOSED_PAGE_GRACE_SECONDS = 2;
/** Seconds from an operator's lapse until their chats are offered again. */
export const REOFFER_SECONDS = 20;
/** Seconds that a colleague has to answer when a chat is offered to them. */
export const TRANSFER_SECONDS = 60;
/** A waiting chat whose patron is gone for so long becomes a question to answer later. */
export const ABSENT_PATRON_MINUTES = 10;
/** Longest wait of a long poll, in seconds. */
export const LONG_POLL_SECONDS = 25;
/** A typing mark fades after this many seconds without another. */
export const TYPING_SECONDS = 6;
/** An answer by mail is thought over while it is written. */
export const WRITING_SECONDS = 30;
/** Waiting tickets are counted up to here: nobody tells more of them apart. */
export const COUNTED_TICKETS = 100;

/** Pages of one operator's desk that may be open at once, in each process; refused with code 4429. */
export const MOST_DESK_PAGES = 20;
/** Pages of one patron that may be in their chat at once; a further one is refused with code 4429. */
export const MOST_PATRON_SOCKETS = 30;

/** Operator's messages and patron's alike: frames a connection may send, a refill a second and a burst. */
export const FRAME_RATE = { perSecond: 20, burst: 60 } as const;
