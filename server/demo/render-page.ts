import { type Html, html } from '../platform/http/html.ts';
import { renderHome } from './render-home.ts';
import { renderInnerPage } from './render-inner-page.ts';
import { textIn } from './site.ts';
import { addressOf, type Visit } from './visit.ts';
import { WORDS } from './words.ts';

export function renderPage(visit: Visit): string {
  const { site, page, language } = visit;
  const { code, name, widgetId } = site.library;
  const text = textIn(site, language);
  const title = page ? `${page.title} · ${name}` : name;
  // A page may be asked for in a language that its site does not have: then its own words say so.
  const ownLanguage = text.language === language ? html`` : html` lang="${text.language}"`;

  const { markup } = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo/base.css">
<link rel="stylesheet" href="/demo/content.css">
<link rel="stylesheet" href="/demo/${code}.css">
<script src="/embed.js" data-widget="${widgetId}" async></script>
</head>
<body${ownLanguage}>
<a class="skip" href="#content">${WORDS[text.language].skip}</a>
${renderMasthead(visit)}
<main id="content" tabindex="-1">
${page ? renderInnerPage(visit, page) : renderHome(visit)}
</main>
<footer class="footer"><div class="wrap">
<p class="footer-name">${name}</p>
<p>${text.address}</p>
<p>${WORDS[text.language].demonstration}</p>
</div></footer>
</body>
</html>
`;
  return markup;
}

function renderMasthead(visit: Visit): Html {
  const { site, page } = visit;
  const text = textIn(site, visit.language);
  const words = WORDS[text.language];

  return html`<header class="masthead"><div class="wrap">
<a class="brand" href="${addressOf(visit, '')}">
<span class="mark" aria-hidden="true">${site.mark}</span>
<span><span class="brand-name">${site.library.name}</span> <span class="tagline">${text.tagline}</span></span>
</a>
${renderLanguages(visit)}
<nav class="menu" aria-label="${words.menu}"><ul>
<li>${renderLink(addressOf(visit, ''), words.home, page === null)}</li>
${text.pages.map(({ slug, name }) => html`<li>${renderLink(addressOf(visit, slug), name, page?.slug === slug)}</li>`)}
</ul></nav>
</div></header>`;
}

function renderLanguages(visit: Visit): Html {
  const { site, page } = visit;
  if (site.texts.length === 1) return html``;
  const shown = textIn(site, visit.language).language;
  const slug = page?.slug ?? '';
  const links = site.texts.map(({ language }) => {
    const address = addressOf({ ...visit, language, choseLanguage: true }, slug);
    const current = language === shown ? html` aria-current="true"` : html``;
    return html`<li><a href="${address}" lang="${language}" hreflang="${language}"${current}>${WORDS[language].ownName}</a></li>`;
  });
  return html`<nav class="languages" aria-label="${WORDS[shown].languages}"><ul>${links}</ul></nav>`;
}

function renderLink(address: string, name: string, isCurrent: boolean): Html {
  const current = isCurrent ? html` aria-current="page"` : html``;
  return html`<a href="${address}"${current}>${name}</a>`;
}
