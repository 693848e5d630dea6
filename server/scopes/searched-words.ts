/** Letters from which on the beginning of a word is enough: of fewer, half of all words would begin so. */
const LEAST_LETTERS = 3;

/**
 * What people write in a search box, as PostgreSQL's `to_tsquery` reads it; nothing that they write is
 * an error. All words must occur. Since one searches while one types, `rene` finds `renewal`; "in
 * quotes", words stand together as they are, and `-this` must not occur.
 */
export function searchedWords(q: string): string {
  const words = [...q.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)];
  return words
    .flatMap(([, minus, phrase, word]) => {
      const text = phrase ?? word ?? '';
      // A lexeme without a letter or digit is none, and would leave its operator without a side.
      if (!/[\p{L}\p{N}]/u.test(text)) return [];
      const quoted = `'${text.replaceAll('\\', '').replaceAll("'", "''")}'`;
      if (minus === '-') return [`!${quoted}`];
      return [phrase === undefined && text.length >= LEAST_LETTERS ? `${quoted}:*` : quoted];
    })
    .join(' & ');
}
