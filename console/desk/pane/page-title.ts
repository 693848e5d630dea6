import type { VisitedPage } from '#protocol/schemas.ts';

/** A page without a title shows its address. */
export function titleOf(page: VisitedPage): string {
  return page.title.trim() === '' ? page.url : page.title;
}

/** What sites put between the name of a page and their own. */
const SEPARATOR = /\s*[·|:–—-]\s*$/u;

/** Without the library's name at its end, where that stands beside it anyway: `Find articles`. */
export function titleWithin(page: VisitedPage, library: string): string {
  const title = titleOf(page);
  if (!title.endsWith(library)) return title;
  const before = title.slice(0, -library.length);
  return SEPARATOR.test(before) ? before.replace(SEPARATOR, '') || title : title;
}
