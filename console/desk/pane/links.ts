/** A stretch of text: plain, or the address of a page. */
export interface Stretch {
  readonly text: string;
  readonly href: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"'`]+/giu;
/** What ends a sentence and seldom an address. */
const TRAILING = '.,;:!?…»”’';

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

/**
 * `(see https://example.org/a)`: the bracket belongs to the sentence unless the address opened it. Once
 * over the address, however many signs there are: ten thousand brackets are a message too.
 */
function trimAddress(found: string): string {
  let rounds = surplus(found, '(', ')');
  let squares = surplus(found, '[', ']');
  let end = found.length;
  for (; end > 0; end -= 1) {
    const sign = found.charAt(end - 1);
    if (sign === ')' && rounds > 0) rounds -= 1;
    else if (sign === ']' && squares > 0) squares -= 1;
    else if (!TRAILING.includes(sign)) break;
  }
  return found.slice(0, end);
}

function surplus(text: string, opening: string, closing: string): number {
  return text.split(closing).length - text.split(opening).length;
}
