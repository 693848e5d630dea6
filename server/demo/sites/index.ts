import type { Site } from '../site.ts';
import { EASTVALE_SITE } from './eastvale.ts';
import { HARBOUR_SITE } from './harbour.ts';
import { NORTHFIELD_SITE } from './northfield.ts';

export const SITES: readonly Site[] = [NORTHFIELD_SITE, HARBOUR_SITE, EASTVALE_SITE];
