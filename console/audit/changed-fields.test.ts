import { describe, expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

describe('what an entry of the log tells', () => {
  test('of a change: both values', () => {
    const entry = {
      before: { name: 'Law', kind: 'chat' },
      after: { name: 'Law desk', kind: 'chat' },
    };
    expect(changedFields(entry)).toEqual([
      { name: 'name', before: 'Law', after: 'Law desk' },
      { name: 'kind', before: 'chat', after: 'chat' },
    ]);
  });

  test('of a list: what came and what went, and nothing where it stayed', () => {
    const entry = {
      before: { queues: ['Law', 'Music'], rooms: ['Back office'] },
      after: { queues: ['Music', 'Chat'], rooms: ['Back office'] },
    };
    expect(changedFields(entry)).toEqual([{ name: 'queues', added: ['Chat'], taken: ['Law'] }]);
  });

  test('of something new: what it has, without what it lacks', () => {
    const entry = {
      before: null,
      after: { name: 'Law', email: null, pools: [], queues: ['Chat'] },
    };
    expect(changedFields(entry)).toEqual([
      { name: 'name', value: 'Law' },
      { name: 'queues', added: ['Chat'], taken: [] },
    ]);
  });

  test('of something gone: what it was', () => {
    const entry = { before: { title: 'Hours', text: 'At nine.' }, after: null };
    expect(changedFields(entry)).toEqual([
      { name: 'title', value: 'Hours' },
      { name: 'text', value: 'At nine.' },
    ]);
  });

  test('of a deed without values: nothing', () => {
    expect(changedFields({ before: null, after: null })).toEqual([]);
  });
});
