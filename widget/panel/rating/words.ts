import type { Language } from '#protocol/schemas.ts';
import en from '../../../i18n/widget/en/rating.json';
import es from '../../../i18n/widget/es/rating.json';
import fr from '../../../i18n/widget/fr/rating.json';

export type RatingWords = typeof en;

/** So few that all three languages weigh less than a request for one. */
export const RATING_WORDS: Record<Language, RatingWords> = { en, es, fr };
