import { watchAvailability } from '../availability.ts';
import { mountPanel } from '../panel/panel.tsx';

/** `/chat/{widgetId}`: one page for every widget, which reads from its address whose it is. */
const WIDGET_ID = /\/chat\/([0-9a-f-]{36})\/?$/i;

const widgetId = WIDGET_ID.exec(location.pathname)?.[1]?.toLowerCase() ?? 'none';
const base = location.href.split('/chat/')[0] ?? location.origin;
const host = document.createElement('carrel-chat');
document.body.append(host);

const panel = mountPanel({
  root: host.attachShadow({ mode: 'open' }),
  base,
  widgetId,
  // The page is in no language of its own: the library's, else the browser's.
  pageLanguage: new URLSearchParams(location.search).get('lang') ?? '',
  appearance: null,
  mode: 'page',
  side: 'right',
  onHide: () => undefined,
  onStatus: () => undefined,
  onTitle(title, language) {
    document.title = title;
    document.documentElement.lang = language;
  },
});
watchAvailability(`${base}/api/v1/widgets/${widgetId}`, panel.setAvailability);
