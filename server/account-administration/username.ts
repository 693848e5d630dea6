import { username } from '#protocol/accounts.ts';

export function isWellFormed(name: string): boolean {
  return username.safeParse(name).success;
}

/**
 * Whether a name is `institution-firstname-lastinitial`: `northfield-sadie-p`. A first name may be
 * made of several, and a number after the initial tells two people apart.
 */
export function fitsPattern(name: string, institutionCode: string): boolean {
  const start = `${institutionCode}-`;
  return (
    name.startsWith(start) &&
    /^[a-z0-9]+(?:[-._][a-z0-9]+)*-[a-z][0-9]*$/.test(name.slice(start.length))
  );
}
