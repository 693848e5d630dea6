import { html } from '../../platform/http/html.ts';
import { HARBOUR } from '../libraries.ts';
import type { Site } from '../site.ts';
import { HARBOUR_IN_ENGLISH } from './harbour-in-english.ts';
import { HARBOUR_IN_SPANISH } from './harbour-in-spanish.ts';

/** A city by the sea: bright, round and for everybody. */
export const HARBOUR_SITE: Site = {
  library: HARBOUR,
  texts: [HARBOUR_IN_ENGLISH, HARBOUR_IN_SPANISH],
  hours: [[10, 18], [9, 20], [9, 20], [9, 20], [9, 18], [10, 17], null],
  mark: html`<svg viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" class="fill"/><path d="M6 25c5-5 9-5 14 0s9 5 14 0" class="wave"/><path d="M6 18c5-5 9-5 14 0s9 5 14 0" class="wave"/></svg>`,
  art: html`<svg viewBox="0 0 480 320">
<circle cx="104" cy="92" r="44" class="sun"/>
<path d="M340 88l120-34v96z" class="beam"/>
<path d="M300 252l14-148h40l14 148z" class="tower"/>
<path d="M309.200 154h49.600l3.200 36h-56.200z" class="stripe"/>
<path d="M306 68h56v36h-56z" class="lamp"/>
<path d="M300 70l34-30 34 30z" class="roof"/>
<path d="M248 258c20-26 60-34 96-32 40 2 74 14 92 32z" class="rock"/>
<path d="M96 214h124l-22 36h-82z" class="boat"/>
<path d="M154 120v88h-60zM162 136v72h50z" class="sail"/>
<path d="M0 250c40-22 80-22 120 0s80 22 120 0 80-22 120 0 80 22 120 0v70H0z" class="sea"/>
<path d="M0 282c40-18 80-18 120 0s80 18 120 0 80-18 120 0 80 18 120 0v38H0z" class="deep"/>
</svg>`,
};
