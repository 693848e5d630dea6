import type { MailVerdict } from '#protocol/mail.ts';
import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import type { IncomingFile, IncomingMail, MailReader } from '../platform/mail/index.ts';
import type { Parts } from '../platform/parts.ts';
import { cutQuote } from './cut-quote.ts';
import { appendEntries, type NewEntry, setDelivery } from './entries.ts';
import { type DayOfMail, holdBack, readDayOfMail } from './mail-quota.ts';
import { type Addressed, type MailTokens, readMessageIds, readSubject } from './mail-token.ts';
import { lockLiveTicket } from './store.ts';
import { type StoredTicket, stateAfterPatron } from './ticket.ts';

export interface ReceivingParts extends Parts {
  readonly tokens: MailTokens;
  readonly readMail: MailReader;
  readonly log: Log;
}

/** `held`: its day is full; it was not taken, and may be handed in again tomorrow. */
export type Reception = MailVerdict | 'held';

/**
 * Takes in a mail as it came. It finds its ticket by a token of this installation and by nothing else:
 * not by a number, not by who sends it, not by a subject. Each mail is taken once, however often it is
 * handed in. `wholeBytes`: of the mail, where only its beginning is handed in.
 */
export async function receiveMail(
  parts: ReceivingParts,
  raw: Uint8Array,
  wholeBytes: number = raw.length,
): Promise<Reception> {
  const { database, clock, tokens, bus, readMail } = parts;
  const read = await readMail(raw);
  if (!read) return 'unknown';
  const { mail, isHead } = read;
  const now = clock.now();
  const change = async (work: (sql: Queries) => Promise<Received>) => {
    const { verdict, ticketId } = await database.sql.transaction().execute(async (sql) => {
      return (await isKnown(sql, mail.hash)) ? REPEAT : work(sql);
    });
    if (ticketId !== null) bus.publish('ticket', { ticketId });
    return verdict;
  };

  if (mail.isBounce) {
    const about = readMessageIds(tokens, mail.returned);
    return about ? change((sql) => markBounced(parts, sql, about, mail, now)) : 'unknown';
  }
  if (mail.isAutomatic || readMessageIds(tokens, `<${mail.messageId}>`)) return 'automatic';
  const about = readMessageIds(tokens, mail.references) ?? readSubject(tokens, mail.subject);
  if (!about) return 'unknown';
  const omitted = isHead || wholeBytes > raw.length ? wholeBytes : null;
  return change((sql) => takeMail(parts, sql, about, mail, { omitted, now }));
}

interface Received {
  readonly verdict: Reception;
  /** The one that it moved. */
  readonly ticketId: string | null;
}

const REPEAT: Received = { verdict: 'repeat', ticketId: null };
const UNKNOWN: Received = { verdict: 'unknown', ticketId: null };

async function isKnown(sql: Queries, hash: Buffer): Promise<boolean> {
  const known = await sql
    .selectFrom('ticketEntries')
    .select('seq')
    .where('messageHash', '=', hash)
    .executeTakeFirst();
  return known !== undefined;
}

async function takeMail(
  parts: ReceivingParts,
  sql: Queries,
  { number }: Addressed,
  mail: IncomingMail,
  { omitted, now }: { readonly omitted: number | null; readonly now: Date },
): Promise<Received> {
  const ticket = await lockLiveTicket(sql, { number });
  if (!ticket) return UNKNOWN;
  // Who held the lock before may have taken this very mail.
  if (await isKnown(sql, mail.hash)) return REPEAT;
  const day = await readDayOfMail(sql, ticket.id, mail.from, now);
  if (day.isFull) return holdBack(parts, sql, ticket, now);
  const { text, quoted } = cutQuote(mail.text);
  const entry: NewEntry = {
    kind: 'mail',
    actorId: null,
    text,
    messageHash: mail.hash,
    body: { from: mail.from, quoted },
  };
  await moveOn(sql, ticket, entry, null, now);
  const files = keepWhatFits(mail, day);
  if (omitted !== null)
    files.push({ name: 'mail.eml', mediaType: 'message/rfc822', bytes: omitted, content: null });
  if (files.length > 0) {
    const seq = ticket.lastSeq + 1;
    await sql
      .insertInto('ticketAttachments')
      .values(files.map((file) => ({ id: newId(), ticketId: ticket.id, seq, ...file })))
      .execute();
  }
  return { verdict: 'taken', ticketId: ticket.id };
}

/** The others are told of by name and size. */
function keepWhatFits({ files }: IncomingMail, { bytesLeft }: DayOfMail): IncomingFile[] {
  let left = bytesLeft;
  return files.map((file) => {
    const fits = file.content !== null && file.bytes <= left;
    if (fits) left -= file.bytes;
    return fits ? file : { ...file, content: null };
  });
}

async function markBounced(
  parts: ReceivingParts,
  sql: Queries,
  { number, seq }: Addressed,
  mail: IncomingMail,
  now: Date,
): Promise<Received> {
  const first = await sql
    .selectFrom('tickets')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  const ticket = first && (await lockLiveTicket(sql, { id: first.id }));
  if (!ticket) return UNKNOWN;
  if (await isKnown(sql, mail.hash)) return REPEAT;
  const { isFull } = await readDayOfMail(sql, ticket.id, mail.from, now);
  if (isFull) return holdBack(parts, sql, ticket, now);
  if (seq !== null) await setDelivery(sql, { ticketId: first.id, seq }, 'refused');
  await moveOn(sql, ticket, bounced(mail.hash), now, now);
  return { verdict: 'bounce', ticketId: ticket.id };
}

export function bounced(messageHash?: Buffer): NewEntry {
  return { kind: 'bounced', actorId: null, ...(messageHash && { messageHash }) };
}

/** Something came from outside: it is the library's turn. */
export async function moveOn(
  sql: Queries,
  ticket: StoredTicket,
  entry: NewEntry,
  bouncedAt: Date | null,
  now: Date,
): Promise<void> {
  const state = stateAfterPatron(ticket.state);
  const moved: NewEntry[] =
    state === ticket.state
      ? []
      : [{ kind: 'state', actorId: null, body: { from: ticket.state, to: state } }];
  await appendEntries(sql, ticket, [entry, ...moved], now);
  await sql.updateTable('tickets').set({ state, bouncedAt }).where('id', '=', ticket.id).execute();
}
