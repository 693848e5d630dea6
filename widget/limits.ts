/**
 * Sizes, times and codes that both ends must agree on, written again so that nothing of `protocol/`
 * (and with it zod) ever reaches a patron's page. The test holds them against the originals.
 */

/** Characters (UTF-16 code units) of one message or question. */
export const MESSAGE_CHARACTERS = 10_000;
export const NAME_CHARACTERS = 100;
export const EMAIL_CHARACTERS = 254;
/** Of what a patron says about a chat. */
export const COMMENT_CHARACTERS = 2_000;
export const URL_CHARACTERS = 2_000;
/** Longest wait of a long poll, in seconds. */
export const LONG_POLL_SECONDS = 25;
/** A typing mark fades after this many seconds without another. */
export const TYPING_SECONDS = 6;
/** Seconds between two pings of the server. */
export const PING_SECONDS = 5;

/** Close codes of the socket that ask for something else than a plain reconnect. */
export const CLOSE = {
  notSignedIn: 4401,
  mayNot: 4403,
  tooSlow: 4408,
  tooMany: 4429,
  goingAway: 1001,
} as const;
