export type TextPart = string | { text: string; href: string };

// Schemes are named one by one: whatever is not here (javascript:, data:) stays text.
const LINK =
  /\bhttps?:\/\/[^\s<>"']+|\bmailto:[^\s<>"']+|\bwww\.[^\s<>"']+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
/** What ends a sentence rather than an address. */
const TRAILING = '.,;:!?…»”’*_';

/** Splits what somebody wrote into text and safe links; joined, the parts are the text again. */
export function findLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const found = trimLink(match[0]);
    const href = toHref(found);
    if (!href) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ text: found, href });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function toHref(found: string): string | null {
  const address = /^(https?|mailto):/i.test(found)
    ? found
    : `${found.includes('@') ? 'mailto:' : 'https://'}${found}`;
  return URL.canParse(address) ? address : null;
}

/**
 * Without the sentence's own marks, and without a bracket that was opened before the address. Once over
 * it, however many signs there are: ten thousand brackets are a message too.
 */
function trimLink(found: string): string {
  let unopened = found.split(')').length - found.split('(').length;
  let end = found.length;
  for (; end > 0; end -= 1) {
    const sign = found.charAt(end - 1);
    if (sign === ')' && unopened > 0) unopened -= 1;
    else if (!TRAILING.includes(sign)) break;
  }
  return found.slice(0, end);
}
