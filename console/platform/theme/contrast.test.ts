import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, textUpon } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light, dark] = css.split(':root[data-mantine-color-scheme="dark"]').map(readTokens);

/** Text and what it stands on, as the console combines them. */
const TEXTS = [
  ...['paper', 'surface', 'raised'].flatMap((ground) =>
    ['ink', 'muted', 'accent', 'wait', 'late'].map((text) => [text, ground]),
  ),
  ...['accent', 'wait', 'late'].flatMap((meaning) => [
    [`on-${meaning}`, meaning],
    [meaning, `${meaning}-soft`],
    ['ink', `${meaning}-soft`],
  ]),
  // Not on late-soft, where muted has 4.47: what stands there is ink.
  ['muted', 'accent-soft'],
  ['muted', 'wait-soft'],
  ['on-accent', 'accent-hover'],
  ['on-late', 'late-hover'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s scheme', (_, tokens = {}) => {
  test.each(TEXTS)('%s on %s reads at 4.5:1', (text = '', ground = '') => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['paper', 'surface', 'raised'])(
    'the edge of a field on %s is seen at 3:1',
    (ground) => {
      expect(contrast(colour('edge'), colour(ground))).toBeGreaterThanOrEqual(3);
    },
  );

  function colour(name: string): string {
    const value = tokens[name];
    if (value === undefined) throw new Error(`tokens.css has no --${name} for this scheme`);
    return value;
  }
});

test('contrast goes from 1 for the same colour to 21 for black on white', () => {
  expect(contrast('#777777', '#777777')).toBe(1);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
});

test.each(['#000000', '#1f5f4a', '#757575', '#8a8a8a', '#ffcc00', '#ffffff'])(
  'the text upon %s reads',
  (ground) => {
    expect(contrast(textUpon(ground), ground)).toBeGreaterThanOrEqual(4.5);
  },
);

function readTokens(block: string): Record<string, string> {
  const pairs = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}
