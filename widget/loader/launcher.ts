import type { LauncherStatus } from '../panel/contract.ts';
import { textOn } from '../text-on.ts';
import css from './launcher.css?inline';
import type { LauncherWords } from './words.ts';

/** What the button stands for at the moment. */
export interface LauncherLook {
  words: LauncherWords;
  label: string | null;
  colour: string | null;
  online: boolean;
  /** The panel is being loaded. */
  busy: boolean;
  running: LauncherStatus | null;
}

export interface Launcher {
  root: ShadowRoot;
  draw(look: LauncherLook): void;
  hide(hidden: boolean): void;
  focus(): void;
  /** The panel could not be loaded: this address shows the chat on a page of its own. */
  replaceByLink(address: string): void;
}

const LOADING = 'launcherLoading';
const BUBBLE =
  'M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-5 4.5V16A2 2 0 0 1 4 14z';

/** Puts the one host element in its place and the button into its shadow. */
export function makeLauncher(
  place: Element,
  floating: string | null,
  onPress: () => void,
): Launcher {
  const host = document.createElement('carrel-chat');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const colours = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet, colours];

  let newTab = '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = floating ? `launcher floating ${floating}` : 'launcher';
  const text = document.createElement('span');
  const name = document.createElement('span');
  const state = document.createElement('span');
  state.className = 'state';
  text.append(name, state);
  button.append(bubble(), text);
  button.addEventListener('click', onPress);
  const region = document.createElement('aside');
  region.append(button);
  root.append(region);
  place.append(host);

  return {
    root,
    draw({ words, label, colour, online, busy, running }) {
      const usual = label ?? words[online ? 'launcherOnline' : 'launcherOffline'];
      name.textContent = busy ? words[LOADING] : (running?.name ?? usual);
      state.textContent =
        running?.state ?? words[online ? 'launcherOnlineState' : 'launcherOfflineState'];
      newTab = words.launcherNewTab;
      region.ariaLabel = name.textContent;
      button.classList.toggle('unread', running?.unread === true);
      if (colour)
        colours.replaceSync(
          `.launcher{--accent:${colour}!important;--on-accent:${textOn(colour)}!important}`,
        );
    },
    hide(hidden) {
      region.hidden = hidden;
    },
    focus: () => button.focus(),
    replaceByLink(address) {
      const link = document.createElement('a');
      Object.assign(link, { href: address, target: '_blank', rel: 'noopener' });
      link.className = button.className;
      link.textContent = newTab;
      button.replaceWith(link);
    },
  };
}

function bubble(): SVGElement {
  const path = draw('path', { d: BUBBLE, stroke: 'currentColor', 'stroke-width': '1.8' });
  const icon = draw('svg', {
    width: '24',
    viewBox: '0 0 24 24',
    fill: 'none',
    'aria-hidden': 'true',
  });
  icon.append(path);
  return icon;
}

function draw(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
  for (const [attribute, value] of Object.entries(attributes))
    element.setAttribute(attribute, value);
  return element;
}
