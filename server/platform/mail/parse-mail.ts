import { createHash } from 'node:crypto';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { ATTACHMENT_BYTES } from '#protocol/limits.ts';

export interface IncomingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Null: larger than what is kept. */
  readonly content: Buffer | null;
}

/** A mail as it came in, reduced to what matters. */
export interface IncomingMail {
  /** SHA-256 of the Message-ID, or of the whole mail where it has none. */
  readonly hash: Buffer;
  readonly messageId: string;
  readonly from: string;
  readonly subject: string;
  /** All message ids that it refers to, as text. */
  readonly references: string;
  /** Of a bounce, all message ids that stand anywhere in it: what came back is inside as its returner saw fit. */
  readonly returned: string;
  readonly text: string;
  readonly files: readonly IncomingFile[];
  /** Written by a machine: an absence, a mailing list, a receipt (RFC 3834). */
  readonly isAutomatic: boolean;
  /** Tells that a mail did not arrive and never will (RFC 3464); not that it is late. */
  readonly isBounce: boolean;
}

/** Characters of a text that are kept. */
const TEXT_CHARACTERS = 100_000;
/** Of HTML what is read: strangers write it, and what reads it costs the square of how deep it goes. */
const HTML_CHARACTERS = 500_000;
const HTML_TAGS = 10_000;
/** Each line costs the same, however short. The largest mail has as many that are full. */
const MOST_LINES = 400_000;
const MOST_SHORT_LINES = 50_000;
const SHORT_LINE = 40;
const MOST_FILES = 20;
const MOST_RETURNED_IDS = 1_000;
const NEW_LINE = 10;

/**
 * What goes on behind the most that is read is cut off.
 *
 * @throws Error for what is no mail at all
 */
export async function parseMail(raw: Uint8Array): Promise<IncomingMail> {
  const email = await PostalMime.parse(firstLines(raw), {
    attachmentEncoding: 'arraybuffer',
    // The returned part of a bounce is looked into as text; inline it would be taken for the answer.
    forceRfc822Attachments: true,
    maxNestingDepth: 20,
    maxHeadersSize: 256 * 1024,
  });
  const header = (name: string) =>
    email.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? '';
  const from = email.from?.address ?? '';
  const bounces = isBounce(email, from, header('content-type'));
  return {
    hash: createHash('sha256')
      .update(email.messageId ?? raw)
      .digest(),
    messageId: email.messageId ?? '',
    from,
    subject: email.subject ?? '',
    references: `${email.references ?? ''} ${email.inReplyTo ?? ''}`,
    returned: bounces ? idsIn(raw) : '',
    text: storable(email.text ?? (await wordsOf(email.html))).slice(0, TEXT_CHARACTERS),
    files: email.attachments.slice(0, MOST_FILES).map(readFile),
    isAutomatic: isAutomatic(header),
    isBounce: bounces,
  };
}

function firstLines(raw: Uint8Array): Uint8Array {
  let end = 0;
  let short = 0;
  for (let lines = 0; lines < MOST_LINES && short < MOST_SHORT_LINES; lines += 1) {
    const begin = end;
    end = raw.indexOf(NEW_LINE, begin) + 1;
    if (end === 0) return raw;
    if (end - begin < SHORT_LINE) short += 1;
  }
  return raw.subarray(0, end);
}

function firstTags(html: string): string {
  let end = -1;
  for (let tags = 0; tags <= HTML_TAGS; tags += 1) {
    end = html.indexOf('<', end + 1);
    if (end < 0) break;
  }
  return html.slice(0, end < 0 ? HTML_CHARACTERS : Math.min(end, HTML_CHARACTERS));
}

/** Of a mail that is HTML alone. Quotations keep their mark, so that they can be told apart. */
async function wordsOf(html: string | undefined): Promise<string> {
  if (html === undefined) return '';
  // Loaded with the first such mail: it weighs 15 MB.
  const { convert } = await import('html-to-text');
  return convert(firstTags(html), {
    wordwrap: false,
    limits: { maxDepth: 100 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ],
  });
}

function isAutomatic(header: (name: string) => string): boolean {
  const submitted = header('auto-submitted');
  if (submitted !== '' && submitted !== 'no') return true;
  if (/\b(bulk|junk|list|auto_reply)\b/.test(header('precedence'))) return true;
  if (header('x-autoreply') !== '' || header('list-id') !== '') return true;
  // Whoever sends so wants no answer, and no person can.
  return header('return-path').trim() === '<>';
}

function idsIn(raw: Uint8Array): string {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  const ids = text.match(/<[^<>\s@]{1,200}@[^<>\s@]{1,200}>/g) ?? [];
  return ids.slice(-MOST_RETURNED_IDS).join(' ');
}

function isBounce(email: Email, from: string, contentType: string): boolean {
  if (/report-type="?delivery-status/.test(contentType)) {
    const status = email.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
    return status !== undefined && /^action:\s*failed/im.test(textOf(status));
  }
  return /^(mailer-daemon|postmaster)@/i.test(from);
}

function readFile(file: Attachment): IncomingFile {
  const content = bufferOf(file);
  return {
    name: storable(file.filename ?? 'attachment').slice(0, 200),
    mediaType: storable(file.mimeType).slice(0, 100),
    bytes: content.length,
    content: content.length > ATTACHMENT_BYTES ? null : content,
  };
}

function textOf(file: Attachment): string {
  return bufferOf(file).toString('utf8');
}

function bufferOf({ content }: Attachment): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}

/** PostgreSQL takes no NUL character, and no half of an emoji. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
