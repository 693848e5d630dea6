const ACCENTS = /[\u0300-\u036f]/g;
/** They part the words of an address or a number, as spaces do: `plain_words` of the database says the same. */
const APART = /[\s!-/:-@[-`{-~]+/;
const TERM = /(?<!\S)(?<not>-?)(?:"(?<phrase>[^"]*)"?|(?<words>\S+))/g;
/** A shorter one that is typed to its end is meant as it stands. */
const BEGINNING_LETTERS = 3;

/**
 * What is typed into the search, for `to_tsquery`: all of the words, `"in this order"`, `-without`. Each
 * is the beginning of one; the last may be a letter long, since it is being typed. `''`: no word at all.
 */
export function searchedWords(typed: string): string {
  const plain = typed.normalize('NFKD').replace(ACCENTS, '').toWellFormed();
  return [...plain.matchAll(TERM)]
    .flatMap(({ 0: term, index, groups }) => {
      const { not = '', phrase, words } = groups ?? {};
      const parts = (phrase ?? words ?? '').split(APART).filter((word) => word !== '');
      if (parts.length === 0) return [];
      const isBeingTyped = index + term.length === plain.length;
      const asked = parts.map((word, place) => {
        const isBeginning =
          [...word].length >= BEGINNING_LETTERS || (isBeingTyped && place === parts.length - 1);
        return `'${word}'${isBeginning && not === '' && phrase === undefined ? ':*' : ''}`;
      });
      return `${not && '!'}(${asked.join(phrase === undefined ? ' & ' : ' <-> ')})`;
    })
    .join(' & ');
}
