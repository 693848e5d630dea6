import type { Language } from '#protocol/schemas.ts';
import { type Html, html } from '../http/html.ts';

/**
 * Colours of the console. Light ones stand inline, for readers that drop style sheets; the sheet
 * only turns them dark where the reader asks for it.
 */
const DARK = `
  @media (prefers-color-scheme: dark) {
    .paper { background: #151816 !important; }
    .card { background: #222724 !important; border-color: #2e3430 !important; }
    .ink { color: #ece9e1 !important; }
    .muted { color: #a0a7a2 !important; border-color: #2e3430 !important; }
    .accent { color: #7cc7a8 !important; }
    .button { background: #7cc7a8 !important; color: #151816 !important; }
  }`;
const FONT = "font-family: Inter, 'Helvetica Neue', Arial, sans-serif; line-height: 1.5;";

export interface MailPage {
  readonly language: Language;
  readonly subject: string;
  /** Pixels that the card takes at most. */
  readonly width: number;
  readonly card: Html;
  readonly below: Html;
}

/** What every mail is written on: a card on paper, light or dark. */
export function mailPage({ language, subject, width, card, below }: MailPage): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${{ markup: DARK }}</style>
</head>
<body class="paper" style="margin: 0; padding: 24px 12px; background: #f7f5ef; ${FONT}">
<div class="card" style="max-width: ${String(width)}px; margin: 0 auto; padding: 28px; background: #ffffff; border: 1px solid #e4dfd3; border-radius: 12px;">
${card}
</div>
${below}
</body>
</html>
`;
}
