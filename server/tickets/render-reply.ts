import type { Language } from '#protocol/schemas.ts';
import { type Html, html } from '../platform/http/html.ts';
import { mailPage } from '../platform/mail/index.ts';
import { say, type TextKey } from '../platform/texts.ts';

export interface ReplyWords {
  readonly language: Language;
  readonly institution: string;
  /** Who answers. */
  readonly librarian: string;
  readonly token: string;
  /** Whether somebody reads what is sent back. */
  readonly answered: boolean;
  readonly text: string;
  /** What it answers to. */
  readonly earlier: string;
}

export interface RenderedReply {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The library's answer, with what was asked below it. */
export function renderReply(words: ReplyWords): RenderedReply {
  const { language, institution, librarian, token, text } = words;
  const sayHere = (key: TextKey) => say(language, key, { institution, token });
  const subject = sayHere('mail.ticket.subject');
  const back = sayHere(words.answered ? 'mail.ticket.back' : 'mail.ticket.noBack');
  const asked = sayHere('mail.ticket.asked');
  const earlier = words.earlier.trim();
  const signature = librarian === '' ? institution : `${librarian}\n${institution}`;
  const quoted = earlier
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n');
  return {
    subject,
    text: `${text.trim()}\n\n${signature}\n\n${back}\n\n${asked}\n${quoted}\n`,
    html: renderPage({ ...words, earlier }, { subject, back, asked }).markup,
  };
}

const WORDS = 'white-space: pre-wrap; overflow-wrap: anywhere;';

function renderPage(
  { language, institution, librarian, text, earlier }: ReplyWords,
  { subject, back, asked }: Readonly<Record<'subject' | 'back' | 'asked', string>>,
): Html {
  return mailPage({
    language,
    subject,
    width: 600,
    card: html`<p class="ink" style="margin: 0 0 20px; font: 600 18px/1.3 'Source Serif 4', Georgia, serif; color: #1e2320;">${institution}</p>
<div class="ink" style="margin: 0 0 20px; font-size: 16px; color: #1e2320; ${WORDS}">${text.trim()}</div>
<p class="ink" style="margin: 0 0 20px; font-size: 16px; color: #1e2320;">${librarian}</p>
<p class="muted" style="margin: 0 0 16px; font-size: 14px; color: #646b66;">${back}</p>
<p class="muted" style="margin: 0 0 4px; font-size: 14px; color: #646b66;">${asked}</p>
<blockquote class="muted" style="margin: 0; padding: 0 0 0 12px; border-left: 3px solid #e4dfd3; font-size: 14px; color: #646b66; ${WORDS}">${earlier}</blockquote>`,
    below: html``,
  });
}
