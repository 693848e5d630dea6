import { USERNAME_CHARACTERS } from '#protocol/limits.ts';
import { suggestUsername } from '../../setup/suggest.ts';

/** `northfield`, `Sadie`, `van Park` -> `northfield-sadie-v`: the last name counts by its first letter. */
export function offerUsername(code: string, firstName: string, lastName: string): string {
  const first = suggestUsername(code, firstWord(firstName));
  const initial = suggestUsername(code, `x ${firstWord(lastName)}`);
  if (first === '') return '';
  const tail = /-x(-[a-z0-9])$/.exec(initial)?.[1] ?? '';
  return first.slice(0, USERNAME_CHARACTERS - tail.length) + tail;
}

/** The names to try when one is taken: `northfield-sadie-p2` and so on. */
export function numberedNames(username: string, upTo: number): string[] {
  return Array.from({ length: upTo - 1 }, (_, index) => {
    const number = String(index + 2);
    return username.slice(0, USERNAME_CHARACTERS - number.length) + number;
  });
}

function firstWord(name: string): string {
  return name.split(/[\s\p{P}]+/u).find((word) => word !== '') ?? '';
}
