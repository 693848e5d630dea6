import { html } from '../../platform/http/html.ts';
import { NORTHFIELD } from '../libraries.ts';
import type { Site } from '../site.ts';
import { NORTHFIELD_IN_ENGLISH } from './northfield-in-english.ts';

/** A small college on a hill: burgundy, brick and serifs. */
export const NORTHFIELD_SITE: Site = {
  library: NORTHFIELD,
  texts: [NORTHFIELD_IN_ENGLISH],
  hours: [
    [8, 23],
    [8, 23],
    [8, 23],
    [8, 23],
    [8, 20],
    [10, 18],
    [12, 23],
  ],
  mark: html`<svg viewBox="0 0 40 40"><path d="M6 34V16L20 5l14 11v18z" class="fill"/><path d="M13 34V21l7 7V18h7v16h-7v-5l-7-7" class="cut"/></svg>`,
  art: html`<svg viewBox="0 0 480 320">
<circle cx="372" cy="84" r="40" class="sun"/>
<path d="M0 262c84-46 150-58 236-42 92 17 158 4 244-30v130H0z" class="far"/>
<path d="M150 118h180v118H150z" class="wall"/>
<path d="M138 120l102-52 102 52z" class="roof"/>
<path d="M222 32h36v52h-36z" class="wall"/>
<path d="M216 34l24-28 24 28z" class="roof"/>
<circle cx="240" cy="56" r="9" class="glass"/>
<path d="M170 140h22v34h-22zm40 0h22v34h-22zm40 0h22v34h-22zm40 0h22v34h-22zM170 188h22v34h-22zm120 0h22v34h-22z" class="glass"/>
<path d="M222 236v-34a18 18 0 0 1 36 0v34z" class="door"/>
<path d="M72 236v-40m0 0a26 34 0 1 1 .1 0zM404 236v-34m0 0a22 30 0 1 1 .1 0z" class="tree"/>
<path d="M0 320v-62c94-32 170-32 244-22 96 13 164 3 236-16v100z" class="near"/>
<path d="M232 240c-6 30-38 50-64 80h92c-2-32 10-54-4-80z" class="path"/>
</svg>`,
};
