import { timingSafeEqual } from 'node:crypto';
import type { Tokens } from '../platform/secrets.ts';

/**
 * By what an answer finds its ticket: `12-kD93…`, the ticket's number and a signature by the
 * installation's key. It stands in the Message-ID of each mail, which answers refer to, and in the
 * subject, for mail programs that refer to nothing. The number alone, which anybody can guess, is worth
 * nothing.
 */
export type MailTokens = Pick<Tokens, 'sign'>;

/** 96 bits: short enough for a subject. */
const SIGNS = 16;
const TOKEN = String.raw`(\d{1,9})-([\w-]{16})`;
/** Each that is tried costs a signature, and a stranger may write as many as fit into a mail. */
const MOST_TRIED = 200;
const IN_SUBJECT = new RegExp(String.raw`\[#${TOKEN}\]`, 'g');
const IN_MESSAGE_ID = new RegExp(String.raw`ticket\.${TOKEN}(?:\.(\d{1,9}))?@`, 'g');

export function writeToken(tokens: MailTokens, number: number): string {
  return `${number}-${signature(tokens, number)}`;
}

/** `seq`: of the reply; null names the conversation as a whole. */
export function writeMessageId(
  tokens: MailTokens,
  { number, seq }: { readonly number: number; readonly seq: number | null },
  host: string,
): string {
  const reply = seq === null ? '' : `.${seq}`;
  return `ticket.${writeToken(tokens, number)}${reply}@${host}`;
}

export interface Addressed {
  readonly number: number;
  /** Of the reply that is referred to; null where none is. */
  readonly seq: number | null;
}

/** The ticket that an answer refers to: by message ids, of which the last is the nearest. */
export function readMessageIds(tokens: MailTokens, text: string): Addressed | undefined {
  return [...text.matchAll(IN_MESSAGE_ID)]
    .slice(-MOST_TRIED)
    .map(([, number, given, seq]) => verify(tokens, number, given, seq))
    .findLast((addressed) => addressed !== undefined);
}

export function readSubject(tokens: MailTokens, subject: string): Addressed | undefined {
  return [...subject.matchAll(IN_SUBJECT)]
    .slice(0, MOST_TRIED)
    .map(([, number, given]) => verify(tokens, number, given, undefined))
    .find((addressed) => addressed !== undefined);
}

function verify(
  tokens: MailTokens,
  number: string | undefined,
  given: string | undefined,
  seq: string | undefined,
): Addressed | undefined {
  const expected = Buffer.from(signature(tokens, Number(number)));
  const offered = Buffer.from(given ?? '');
  if (offered.length !== expected.length || !timingSafeEqual(offered, expected)) return undefined;
  return { number: Number(number), seq: seq === undefined ? null : Number(seq) };
}

function signature(tokens: MailTokens, number: number): string {
  const [, whole = ''] = tokens.sign('ticket', String(number)).split('.');
  return whole.slice(0, SIGNS);
}
