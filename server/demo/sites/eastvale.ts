import { html } from '../../platform/http/html.ts';
import { EASTVALE } from '../libraries.ts';
import type { Site } from '../site.ts';
import { EASTVALE_IN_ENGLISH } from './eastvale-in-english.ts';
import { EASTVALE_IN_FRENCH } from './eastvale-in-french.ts';

/** A research university: a dark band, straight lines, much to find. */
export const EASTVALE_SITE: Site = {
  library: EASTVALE,
  texts: [EASTVALE_IN_ENGLISH, EASTVALE_IN_FRENCH],
  hours: [
    [8, 22],
    [8, 22],
    [8, 22],
    [8, 22],
    [8, 20],
    [9, 18],
    [10, 20],
  ],
  mark: html`<svg viewBox="0 0 40 40"><path d="M4 4h32v8H14v6h18v8H14v6h22v8H4z" class="fill" transform="translate(0 -2)"/></svg>`,
  art: html`<svg viewBox="0 0 480 320">
<path d="M40 60h34v220H40z" class="b1"/><path d="M78 92h26v188H78z" class="b2"/>
<path d="M108 40h42v240h-42z" class="b3"/><path d="M154 76h22v204h-22z" class="b4"/>
<path d="M180 104h46v176h-46z" class="b2"/><path d="M230 52h30v228h-30z" class="b1"/>
<path d="M264 84h24v196h-24z" class="b4"/><path d="M300 82l38-10 52 200-38 10z" class="b3"/>
<path d="M404 120h40v160h-40z" class="b2"/>
<path d="M40 84h34v8H40zM108 70h42v6h-42zm0 14h42v6h-42zM180 132h46v8h-46zM230 84h30v6h-30zm0 160h30v6h-30zM404 146h40v8h-40zM78 250h26v6H78z" class="band"/>
<path d="M24 280h432v10H24z" class="shelf"/>
</svg>`,
};
