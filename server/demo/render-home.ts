import { type Html, html } from '../platform/http/html.ts';
import { renderAsk, renderToday } from './render-panels.ts';
import { textIn } from './site.ts';
import { addressOf, type Visit } from './visit.ts';

export function renderHome(visit: Visit): Html {
  const { site } = visit;
  const text = textIn(site, visit.language);

  return html`<section class="hero"><div class="wrap">
<div class="hero-text">
<h1>${text.heading}</h1>
<p class="lead">${text.lead}</p>
${renderSearch(visit)}
</div>
<div class="art" aria-hidden="true">${site.art}</div>
</div></section>
<section class="services wrap">
<h2>${text.services.heading}</h2>
<ul>
${text.services.items.map(
  ({ title, text: words, slug }) => html`<li><a href="${addressOf(visit, slug)}">
<h3>${title}</h3>
<p>${words}</p>
</a></li>
`,
)}</ul>
</section>
<div class="columns wrap">
<section class="news">
<h2>${text.news.heading}</h2>
${text.news.items.map(
  ({ title, text: words }) => html`<h3>${title}</h3>
<p>${words}</p>
`,
)}</section>
<div class="panels">
${renderToday(visit)}
${renderAsk(visit)}
</div>
</div>`;
}

function renderSearch(visit: Visit): Html {
  const { search, pages } = textIn(visit.site, visit.language);
  const language = visit.choseLanguage
    ? html`<input type="hidden" name="lang" value="${visit.language}">`
    : html``;
  const address = addressOf({ ...visit, choseLanguage: false }, pages[0].slug);

  return html`<form class="search" role="search" action="${address}">
<label for="q">${search.label}</label>
<div class="search-row">
${language}<input id="q" name="q" type="search" maxlength="200" placeholder="${search.placeholder}" autocomplete="off">
<button>${search.button}</button>
</div>
</form>`;
}
