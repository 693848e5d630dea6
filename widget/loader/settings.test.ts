import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const ID = '0198c0de-0000-7000-8000-000000000001';
const SRC = 'https://carrel.example/embed.js';

describe('the settings of the one line', () => {
  test('the least', () => {
    expect(readSettings({ src: SRC, dataset: { widget: ID } })).toEqual({
      widgetId: ID,
      base: 'https://carrel.example',
      side: 'right',
      label: null,
      target: null,
    });
  });

  test('all of them', () => {
    const dataset = { widget: ID, position: 'left', label: ' Help ', target: '#help' };
    expect(readSettings({ src: SRC, dataset })).toMatchObject({
      side: 'left',
      label: 'Help',
      target: '#help',
    });
  });

  test.each([
    ['no widget', SRC, {}],
    ['an id that is none', SRC, { widget: '../../elsewhere' }],
    ['no address of its own', '', { widget: ID }],
  ])('%s: no widget is shown', (_, src, dataset) => {
    expect(readSettings({ src, dataset })).toBeNull();
  });

  test.each([
    ['an unknown side', { widget: ID, position: 'top' }, { side: 'right' }],
    ['an empty label', { widget: ID, label: '  ' }, { label: null }],
    ['a query behind the script', { widget: ID }, { base: 'https://carrel.example' }],
  ])('%s', (_, dataset, expected) => {
    expect(readSettings({ src: `${SRC}?v=1`, dataset })).toMatchObject(expected);
  });
});
