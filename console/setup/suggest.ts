import { institutionCode } from '#protocol/institutions.ts';
import { USERNAME_CHARACTERS } from '#protocol/limits.ts';

const CODE_CHARACTERS = 30;

/** Words that many libraries share, in the languages that Carrel speaks: they tell no library from another. */
const COMMON = new Set(
  `a an and at for in of on the city county town state national municipal regional public college university
  institute school library libraries archive archives saint st
  de des du en et l la le les bibliotheque bibliotheques mediatheque municipale publique publiques universitaire
  universite ville nationale departementale ecole
  y el los las del biblioteca bibliotecas publica universitaria universidad ciudad nacional regional escuela`.split(
    /\s+/,
  ),
);

/** `Northfield College` -> `northfield`; '' where the name gives no two letters to work with. */
export function suggestCode(libraryName: string): string {
  const words = plainWords(libraryName);
  const telling = words.find((word) => word.length > 1 && !COMMON.has(word)) ?? words.join('-');
  const code = telling.slice(0, CODE_CHARACTERS).replace(/-$/, '');
  return institutionCode.safeParse(code).success ? code : '';
}

/** `northfield`, `Sadie Park` -> `northfield-sadie-p`. A single name stands alone; no name gives ''. */
export function suggestUsername(code: string, personName: string): string {
  const words = plainWords(personName);
  const first = words[0];
  if (first === undefined || code === '') return '';
  const initial = words.length > 1 ? words.at(-1)?.charAt(0) : undefined;
  const tail = initial === undefined ? '' : `-${initial}`;
  return `${`${code}-${first}`.slice(0, USERNAME_CHARACTERS - tail.length)}${tail}`;
}

/** Lower case, without accents, split at all that is neither letter nor digit. */
function plainWords(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
