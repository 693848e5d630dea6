/** A piece of a text; `found`: it was searched for. */
export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** Words of a search, without those that must not occur. */
export function wantedWords(q: string | undefined): string[] {
  const words = [...(q ?? '').matchAll(/(-?)(?:"([^"]+)"|([^\s"]+))/g)];
  return words.flatMap(([, minus, phrase, word]) => {
    const wanted = phrase ?? word ?? '';
    return minus === '-' || wanted === '' ? [] : [wanted];
  });
}

/**
 * Divides a text where words stand that begin as one of those wanted: searched for is `renew`, and
 * `renewal` and `Renewed` are found. Letters count without their accents and case.
 */
export function findWords(text: string, wanted: readonly string[]): TextPart[] {
  const plain = plainOf(text);
  const starts = wanted.map(stemOf).filter((stem) => stem !== '');
  // With another number of signs, places in the one would not be those in the other.
  if (starts.length === 0 || plain.length !== text.length) return [{ text, found: false }];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${starts.join('|')})[\\p{L}\\p{N}]*`, 'gu');
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of plain.matchAll(pattern)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), found: false });
    end = match.index + match[0].length;
    parts.push({ text: text.slice(match.index, end), found: true });
  }
  if (end < text.length) parts.push({ text: text.slice(end), found: false });
  return parts;
}

/** Without accents and in small letters, sign for sign. */
function plainOf(text: string): string {
  return [...text]
    .map((sign) => {
      const plain = sign.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
      return plain.length === sign.length ? plain : sign;
    })
    .join('');
}

/** What the forms of a word have in common, roughly: `renewals`, `renewed` and `renew`; `libros` and `libro`. */
function stemOf(word: string): string {
  const plain = plainOf(word).replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  return plain.length < 5 || plain.includes(' ') ? plain : plain.replace(/(?:ings?|ed|es|s)$/, '');
}
