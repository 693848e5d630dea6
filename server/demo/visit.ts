import type { Language } from '#protocol/schemas.ts';
import type { InnerPage, Site } from './site.ts';

/** One look at a page of a site. */
export interface Visit {
  readonly site: Site;
  /** Null: the home page. */
  readonly page: InnerPage | null;
  /** Of the page, which the widget follows. */
  readonly language: Language;
  /** The visitor chose the language, so links keep it. */
  readonly choseLanguage: boolean;
  /** What was searched for; empty: nothing. */
  readonly query: string;
  readonly now: Date;
}

/** Address of a page of the same site; the home page's slug is empty. */
export function addressOf(
  { site, language, choseLanguage }: Pick<Visit, 'site' | 'language' | 'choseLanguage'>,
  slug: string,
): string {
  const path = slug === '' ? '' : `/${slug}`;
  const query = choseLanguage ? `?lang=${language}` : '';
  return `/demo/${site.library.code}${path}${query}`;
}
