import type { VisitedPage } from '#protocol/schemas.ts';
import { URL_CHARACTERS } from './limits.ts';

export const TITLE_CHARACTERS = 300;
/** Milliseconds between two looks at the address: a page that changes its own address tells nobody. */
const LOOK_EVERY = 1_000;

/** The page before the patron; null where it has no address that means anything to a librarian. */
export function currentPage(): VisitedPage | null {
  return toVisitedPage(location.href, document.title);
}

/** Only http and https, within the protocol's sizes. */
export function toVisitedPage(url: string, title: string): VisitedPage | null {
  if (!/^https?:/.test(url)) return null;
  // An address is cut at its query rather than in the middle of something.
  const short = url.length > URL_CHARACTERS ? url.replace(/[?#].*$/s, '') : url;
  if (short.length > URL_CHARACTERS) return null;
  return { url: short, title: title.slice(0, TITLE_CHARACTERS) };
}

/**
 * Calls `tell` whenever the address or title has changed and held still for one look. The page's own
 * `history` is left alone: patching it would make us a part of somebody else's bugs.
 */
export function watchPage(tell: (page: VisitedPage) => void): () => void {
  let told = '';
  let seen = '';
  const look = () => {
    const page = document.hidden ? null : currentPage();
    if (!page) return;
    const now = `${page.url} ${page.title}`;
    if (now === seen && now !== told) {
      told = now;
      tell(page);
    }
    seen = now;
  };
  look();
  look();
  const timer = setInterval(look, LOOK_EVERY);
  addEventListener('popstate', look);
  return () => {
    clearInterval(timer);
    removeEventListener('popstate', look);
  };
}
