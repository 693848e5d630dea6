import { describe, expect, test } from 'vitest';
import { accentOf, contrast } from './colours.ts';
import { textOn } from './text-on.ts';

const LIGHT = { surface: '#fffefb', ink: '#1e2320' };
const DARK = { surface: '#1b1f1d', ink: '#ece9e1' };
const BRANDS = [
  '#000000',
  '#ffffff',
  '#ffcc00',
  '#7a1f2b',
  '#0057b8',
  '#808080',
  '#1f5f4a',
  '#ff0000',
];

describe('a library’s own colour', () => {
  test.each(BRANDS)('%s is readable everywhere, light and dark', (brand) => {
    expect(contrast(textOn(brand), brand)).toBeGreaterThanOrEqual(4.5);
    for (const surface of [LIGHT, DARK]) {
      const accent = accentOf(brand, surface);
      expect(contrast(accent.onAccent, accent.accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.accentText, surface.surface)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.accentText, accent.accentSoft)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(surface.ink, accent.accentSoft)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('a colour that reads on the surface is left as it is', () => {
    expect(accentOf('#1f5f4a', LIGHT).accentText).toBe('#1f5f4a');
    expect(accentOf('#ffcc00', LIGHT).accentText).not.toBe('#ffcc00');
  });

  test('contrast is WCAG’s', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
