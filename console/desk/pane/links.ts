/** A stretch of text: plain, or the address of a page. */
export interface Stretch {
  readonly text: string;
  readonly href: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"'`]+/giu;
/** What ends a sentence and seldom an address. */
const TRAILING = /[.,;:!?…»”’]+$/u;

/** Splits what somebody wrote at its web addresses. Only http and https become links; all else stays text. */
export function splitLinks(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimAddress(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > end) stretches.push({ text: text.slice(end, match.index), href: null });
    stretches.push({ text: address, href: address });
    end = match.index + address.length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), href: null });
  return stretches;
}

/** `(see https://example.org/a)`: the bracket belongs to the sentence unless the address opened it. */
function trimAddress(found: string): string {
  const address = found.replace(TRAILING, '');
  for (const [opening, closing] of ['()', '[]']) {
    if (opening === undefined || closing === undefined) continue;
    const opened = address.split(opening).length;
    const closed = address.split(closing).length;
    if (address.endsWith(closing) && closed > opened) return trimAddress(address.slice(0, -1));
  }
  return address;
}
