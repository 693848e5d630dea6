import { type Html, html } from '../platform/http/html.ts';
import { hoursOn, sayHours, weekdayOf } from './opening-hours.ts';
import { renderAsk, renderToday } from './render-panels.ts';
import { HOURS_SLUG, type InnerPage, textIn } from './site.ts';
import type { Visit } from './visit.ts';
import { WORDS } from './words.ts';

export function renderInnerPage(visit: Visit, page: InnerPage): Html {
  const isHours = page.slug === HOURS_SLUG;

  return html`<div class="inner wrap">
<article>
<h1>${page.title}</h1>
<p class="lead">${page.lead}</p>
${visit.query === '' ? html`` : renderResult(visit)}
${isHours ? renderWeek(visit) : html``}
${page.sections.map(
  ({ heading, text, points }) => html`<h2>${heading}</h2>
<p>${text}</p>
${points.length === 0 ? html`` : html`<ul>${points.map((point) => html`<li>${point}</li>`)}</ul>`}
`,
)}</article>
<div class="panels">
${isHours ? html`` : renderToday(visit)}
${renderAsk(visit)}
</div>
</div>`;
}

function renderResult({ site, language, query }: Visit): Html {
  const words = WORDS[textIn(site, language).language];
  return html`<section class="result">
<h2>${words.lookedFor(query)}</h2>
<p>${words.noRealSearch}</p>
</section>`;
}

function renderWeek({ site, language, now }: Visit): Html {
  const shown = textIn(site, language).language;
  const words = WORDS[shown];
  const today = weekdayOf(now, site.library.timeZone);
  const rows = words.days.map((name, day) => {
    const hours = hoursOn(site, day);
    const current = day === today ? html` aria-current="date"` : html``;
    const said = hours ? sayHours(hours, shown) : words.closed;
    return html`<tr${current}><th scope="row">${name}</th><td>${said}</td></tr>`;
  });
  return html`<table class="week"><caption>${words.week}</caption><tbody>${rows}</tbody></table>`;
}
