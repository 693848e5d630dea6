import type { Language } from '#protocol/schemas.ts';
import type { Html } from '../platform/http/html.ts';
import type { DemoLibrary } from './libraries.ts';

/** The web site of one of the demonstration's libraries. */
export interface Site {
  readonly library: DemoLibrary;
  /** In the library's languages; the first is the one to fall back on. */
  readonly texts: readonly [SiteText, ...SiteText[]];
  /** From Monday to Sunday. */
  readonly hours: readonly DayHours[];
  readonly mark: Html;
  readonly art: Html;
}

/** Opening and closing as hours of the day; null: closed. */
export type DayHours = readonly [opens: number, closes: number] | null;

export interface SiteText {
  readonly language: Language;
  readonly tagline: string;
  readonly heading: string;
  readonly lead: string;
  readonly search: {
    readonly label: string;
    readonly placeholder: string;
    readonly button: string;
  };
  readonly services: {
    readonly heading: string;
    readonly items: readonly Service[];
  };
  readonly news: { readonly heading: string; readonly items: readonly NewsItem[] };
  readonly ask: { readonly heading: string; readonly text: string };
  /** In the order of the menu. The first is where the search leads. */
  readonly pages: readonly [InnerPage, ...InnerPage[]];
  readonly address: string;
}

export interface Service {
  readonly title: string;
  readonly text: string;
  readonly slug: string;
}

export interface NewsItem {
  readonly title: string;
  readonly text: string;
}

export interface InnerPage {
  /** Last part of its address, the same in every language. */
  readonly slug: string;
  /** In the menu. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly Section[];
}

interface Section {
  readonly heading: string;
  readonly text: string;
  readonly points: readonly string[];
}

/** The page that shows the opening hours of the week. */
export const HOURS_SLUG = 'hours';

export function textIn(site: Site, language: Language): SiteText {
  return site.texts.find((text) => text.language === language) ?? site.texts[0];
}
