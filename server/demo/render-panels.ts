import { type Html, html } from '../platform/http/html.ts';
import { hoursOn, sayHours, weekdayOf } from './opening-hours.ts';
import { textIn } from './site.ts';
import type { Visit } from './visit.ts';
import { WORDS } from './words.ts';

/** Today's hours, by the library's own clock. */
export function renderToday({ site, language, now }: Visit): Html {
  const shown = textIn(site, language).language;
  const words = WORDS[shown];
  const hours = hoursOn(site, weekdayOf(now, site.library.timeZone));

  return html`<section class="today">
<h2>${words.today}</h2>
<p class="today-hours">${hours ? sayHours(hours, shown) : words.closed}</p>
</section>`;
}

/** The invitation to chat, for those who overlook a button in the corner. */
export function renderAsk({ site, language }: Visit): Html {
  const text = textIn(site, language);

  return html`<section class="ask">
<h2>${text.ask.heading}</h2>
<p>${text.ask.text}</p>
<p><a href="/chat/${site.library.widgetId}">${WORDS[text.language].fullPageChat}</a></p>
</section>`;
}
