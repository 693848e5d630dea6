import type { WidgetAppearance } from '#protocol/widgets.ts';
import { watchAvailability } from '../availability.ts';
import { chooseLanguage } from '../choose-language.ts';
import type { LauncherStatus, PanelHandle, PanelOptions } from '../panel/contract.ts';
import { hasStored, type StoredName } from '../stored-names.ts';
import { makeLauncher } from './launcher.ts';
import { readSettings, type Settings } from './settings.ts';
import { launcherWords } from './words.ts';

const script = document.currentScript ?? document.querySelector('script[data-widget]');
const settings = script instanceof HTMLScriptElement ? readSettings(script) : null;

if (settings) {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => start(settings));
  } else {
    start(settings);
  }
}

function start(settings: Settings): void {
  // A second copy of the line, or a page that ran its scripts again, makes no second widget.
  if (document.querySelector('carrel-chat')) return;
  const { base, widgetId, side } = settings;
  const pageLanguage = document.documentElement.lang;
  const target = settings.target ? document.querySelector(settings.target) : null;

  let panel: Promise<PanelHandle> | null = null;
  let appearance: WidgetAppearance | null = null;
  let attempts = 0;
  const look = {
    label: settings.label,
    colour: null as string | null,
    online: false,
    busy: false,
    running: null as LauncherStatus | null,
  };

  // Below the root, not the body: a body that is moved, blurred or replaced leaves it alone.
  const launcher = makeLauncher(target ?? document.documentElement, target ? null : side, () => {
    void open(true);
  });
  launcher.hide(true);
  const read = (name: StoredName) => hasStored(widgetId, name);
  const draw = () => {
    const language = chooseLanguage(pageLanguage, appearance?.languages ?? [], navigator.languages);
    launcher.draw({ ...look, words: launcherWords(language) });
  };

  const load = async (): Promise<PanelHandle> => {
    attempts += 1;
    // A browser may remember that a module failed: a new try needs a new address.
    const url = `${base}/widget/panel.js${attempts > 1 ? `?try=${attempts}` : ''}`;
    const module: { mountPanel(options: PanelOptions): PanelHandle } = await import(
      /* @vite-ignore */ url
    );
    return module.mountPanel({
      root: target ? panelRoot() : launcher.root,
      base,
      widgetId,
      pageLanguage,
      appearance,
      side,
      mode: 'popup',
      onHide() {
        launcher.hide(false);
        launcher.focus();
      },
      onStatus(status) {
        look.running = status;
        draw();
      },
    });
  };

  const open = async (focus: boolean) => {
    look.busy = focus;
    draw();
    panel ??= load();
    try {
      const handle = await panel;
      look.busy = false;
      draw();
      if (focus || read('open')) handle.show(focus);
      launcher.hide(focus || read('open'));
    } catch {
      panel = null;
      look.busy = false;
      launcher.hide(false);
      draw();
      // The page's policy, or a network, refuses it for good: Carrel's own page may still be reached.
      if (attempts > 1) launcher.replaceByLink(`${base}/chat/${widgetId}`);
    }
  };

  watchAvailability(`${base}/api/v1/widgets/${widgetId}`, (news) => {
    if ('languages' in news) {
      appearance = news;
      look.colour = news.colour;
      if (!panel) launcher.hide(false);
    }
    look.online = news.online;
    draw();
    void panel?.then((handle) => handle.setAvailability(news)).catch(() => undefined);
  });
  // A chat that runs, or is about to, brings the panel at once; so does a rating that could not be sent.
  if (read('chat') || read('opening') || read('rating')) void open(false);
}

/** An inline launcher may stand in a narrow or moved place: the panel gets a place of its own. */
function panelRoot(): ShadowRoot {
  const host = document.createElement('carrel-chat');
  document.documentElement.append(host);
  return host.attachShadow({ mode: 'open' });
}
