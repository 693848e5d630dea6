import { render } from 'preact';
import { widgetShelf } from '../shelf.ts';
import { startVisit } from '../visit.ts';
import { isOver } from '../visit-state.ts';
import { App } from './app.tsx';
import bubbleCss from './bubble.css?inline';
import chatCss from './chat.css?inline';
import type { PanelHandle, PanelOptions } from './contract.ts';
import formCss from './form.css?inline';
import frameCss from './frame.css?inline';
import partsCss from './parts.css?inline';
import { loadRating } from './rating/offer-rating.ts';
import tokensCss from './tokens.css?inline';
import { fitToScreen } from './viewport.ts';

/** Draws the panel, hidden, and resumes what runs; the handle shows it. */
export function mountPanel(options: PanelOptions): PanelHandle {
  const { root, mode, side } = options;
  const shelf = widgetShelf(options.widgetId);
  const styles = [tokensCss, frameCss, partsCss, formCss, bubbleCss, chatCss].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  const brand = new CSSStyleSheet();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles, brand];

  const place = document.createElement('div');
  place.className = `carrel ${mode} ${side}`;
  root.append(place);
  if (mode === 'popup') fitToScreen(place);

  let shown = mode === 'page';
  let focusWanted = 0;
  const show = (focus: boolean) => {
    shown = true;
    if (focus) focusWanted += 1;
    shelf.write('open', '1');
    draw();
  };
  const hide = () => {
    shown = false;
    shelf.remove('open');
    // Whoever hides a chat that is over is done with it.
    if (isOver(visit.state().chat)) visit.startAnew();
    draw();
    options.onHide();
  };

  const visit = startVisit({
    base: options.base,
    widgetId: options.widgetId,
    shelf,
    appearance: options.appearance,
    onChange: () => draw(),
  });
  const draw = () => {
    place.hidden = !shown;
    render(
      <App
        visit={visit}
        state={visit.state()}
        shelf={shelf}
        brand={brand}
        options={options}
        shown={shown}
        focusWanted={focusWanted}
        onHide={hide}
      />,
      place,
    );
  };
  visit.begin();
  draw();
  if (shelf.read('rating')) void loadRating().then(({ sendKept }) => sendKept(options.base, shelf));

  return { show, setAvailability: visit.setAvailability };
}
