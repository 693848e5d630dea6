import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import type { StoredWidget } from '../widgets/index.ts';
import { knownWidgets } from './known-widgets.ts';

let there: Map<string, StoredWidget>;
let asked: string[];
let time: number;
let isBroken: boolean;

beforeEach(() => {
  there = new Map();
  asked = [];
  time = 0;
  isBroken = false;
});

const open = () =>
  knownWidgets(
    async (id) => {
      asked.push(id);
      if (isBroken) throw new Error('away');
      return there.get(id);
    },
    () => time,
  );

/** Only its id counts here. */
function make(name: string): StoredWidget {
  const widget = { id: newId(), name } as StoredWidget;
  there.set(widget.id, widget);
  return widget;
}

describe('a widget', () => {
  test('is looked for once in ten seconds, be it there or not', async () => {
    const read = open();
    const widget = make('site');
    const nowhere = newId();
    for (const _ of [1, 2, 3]) {
      expect(await read(widget.id)).toBe(widget);
      expect(await read(nowhere)).toBeUndefined();
    }
    expect(asked).toEqual([widget.id, nowhere]);
    time = 10_000;
    await read(widget.id);
    await read(nowhere);
    expect(asked).toHaveLength(4);
  });

  test('is looked for once by all who ask at the same moment', async () => {
    const read = open();
    const widget = make('site');
    const answers = await Promise.all(Array.from({ length: 50 }, () => read(widget.id)));
    expect(new Set(answers)).toEqual(new Set([widget]));
    expect(asked).toHaveLength(1);
  });

  test('stays known through a flood of ids that somebody made up', async () => {
    const read = open();
    const widget = make('site');
    await read(widget.id);
    for (let n = 0; n < 20_500; n += 1) await read(`made up ${n}`);
    asked = [];
    expect(await read(widget.id)).toBe(widget);
    expect(asked).toEqual([]);
  });

  test('that was made after somebody asked for it is found when the answer is old', async () => {
    const read = open();
    const id = newId();
    await read(id);
    const widget = { id, name: 'site' } as StoredWidget;
    there.set(id, widget);
    time = 10_000;
    expect(await read(id)).toBe(widget);
    there.delete(id);
    time = 20_000;
    expect(await read(id)).toBeUndefined();
  });

  test('is looked for again after a search that failed', async () => {
    const read = open();
    const widget = make('site');
    isBroken = true;
    await expect(read(widget.id)).rejects.toThrow('away');
    isBroken = false;
    expect(await read(widget.id)).toBe(widget);
  });
});
