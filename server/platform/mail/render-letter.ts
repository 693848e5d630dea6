import { type Html, html } from '../http/html.ts';
import { say } from '../texts.ts';
import type { Letter } from './letter.ts';
import { mailPage } from './mail-page.ts';

export interface RenderedLetter {
  readonly text: string;
  readonly html: string;
}

/** `host`: where this Carrel is, for the last line. */
export function renderLetter(letter: Letter, host: string): RenderedLetter {
  const signature = say(letter.language, 'mail.signature', { host });
  return {
    text: renderText(letter, signature),
    html: renderPage(letter, signature).markup,
  };
}

function renderText({ greeting, lead, list, button, notes }: Letter, signature: string): string {
  const items = list.map((item) => `  - ${item}`).join('\n');
  return [greeting, lead, items, `${button.label}\n${button.url}`, ...notes, `-- \n${signature}`]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const PARAGRAPH = 'margin: 0 0 16px; font-size: 16px; color: #1e2320;';
const SMALL = 'margin: 0 0 8px; font-size: 14px; color: #646b66;';

function renderPage(letter: Letter, signature: string): Html {
  const { language, subject, greeting, lead, list, button, notes } = letter;
  return mailPage({
    language,
    subject,
    width: 520,
    card: html`<h1 class="ink" style="margin: 0 0 20px; font: 600 22px/1.3 'Source Serif 4', Georgia, serif; color: #1e2320;">${subject}</h1>
<p class="ink" style="${PARAGRAPH}">${greeting}</p>
<p class="ink" style="${PARAGRAPH}">${lead}</p>
${renderList(list)}
<p style="margin: 24px 0;"><a class="button" href="${button.url}" style="display: inline-block; padding: 12px 20px; background: #1f5f4a; color: #ffffff; border-radius: 8px; font-size: 16px; font-weight: 600; text-decoration: none;">${button.label}</a></p>
${notes.map((note) => html`<p class="muted" style="${SMALL}">${note}</p>`)}
<p class="muted" style="${SMALL}">${say(language, 'mail.address', {})}<br><span class="accent" style="color: #1f5f4a; word-break: break-all;">${button.url}</span></p>`,
    below: html`<p class="muted" style="max-width: 520px; margin: 16px auto 0; font-size: 13px; color: #646b66;">${signature}</p>`,
  });
}

function renderList(list: readonly string[]): Html {
  if (list.length === 0) return html``;
  const items = list.map((item) => html`<li>${item}</li>`);
  return html`<ul class="ink" style="margin: 0 0 16px; padding-left: 20px; font-size: 16px; color: #1e2320;">${items}</ul>`;
}
