import { describe, expect, test } from 'vitest';
import { nameStatements, OFTEN } from './prepare-often.ts';

const comes = (nameOf: (text: string) => string | undefined, text: string, times: number) =>
  Array.from({ length: times }, () => nameOf(text));

describe('a statement', () => {
  test('has no name until it has come often, and then the same one', () => {
    const nameOf = nameStatements();
    expect(new Set(comes(nameOf, 'select 1', OFTEN - 1))).toEqual(new Set([undefined]));
    const [first, ...later] = comes(nameOf, 'select 1', 5);
    expect(first).toMatch(/^often_\d+$/);
    expect(new Set(later)).toEqual(new Set([first]));
  });

  test('shares its name with no other', () => {
    const nameOf = nameStatements();
    const names = ['select 1', 'select 2', 'select 3'].map((text) =>
      comes(nameOf, text, OFTEN).at(-1),
    );
    expect(new Set(names).size).toBe(3);
  });

  test('that comes often when a hundred are prepared already is planned each time', () => {
    const nameOf = nameStatements();
    const texts = Array.from({ length: 130 }, (_, n) => `select ${n}`);
    const named = texts.filter((text) => comes(nameOf, text, OFTEN).at(-1) !== undefined);
    expect(named).toEqual(texts.slice(0, 100));
    expect(nameOf('select 7')).toBeDefined();
  });

  test('is not named for the many that came once', () => {
    const nameOf = nameStatements();
    for (let n = 0; n < 10_000; n += 1) expect(nameOf(`select ${n}`)).toBeUndefined();
    expect(comes(nameOf, 'select now()', OFTEN).at(-1)).toBeDefined();
  });
});
