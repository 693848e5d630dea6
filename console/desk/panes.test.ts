import { describe, expect, it } from 'vitest';
import {
  hidePane,
  leavePane,
  meetOwnChats,
  NO_PANES,
  neighbourOf,
  restorePanes,
  showPane,
} from './panes.ts';

const three = ['a', 'b', 'c'].reduce(showPane, NO_PANES);

describe('panes', () => {
  it('open at the end and take the attention', () => {
    expect(three).toMatchObject({ open: ['a', 'b', 'c'], active: 'c' });
  });

  it('stay where they are when they are shown again', () => {
    expect(showPane(three, 'a')).toMatchObject({ open: ['a', 'b', 'c'], active: 'a' });
  });

  it.each([
    { told: 'the next one', from: 'b', hidden: 'b', active: 'c' },
    { told: 'the last one at the end', from: 'c', hidden: 'c', active: 'b' },
    { told: 'nobody else when another had it', from: 'a', hidden: 'c', active: 'a' },
  ])('give the attention to $told when they are put aside', ({ from, hidden, active }) => {
    expect(hidePane(showPane(three, from), hidden).active).toBe(active);
  });

  it.each([
    { active: 'a', step: 1, neighbour: 'b' },
    { active: 'c', step: 1, neighbour: 'a' },
    { active: 'a', step: -1, neighbour: 'c' },
  ] as const)('go round from $active by $step to $neighbour', ({ active, step, neighbour }) => {
    expect(neighbourOf(showPane(three, active), step)).toBe(neighbour);
  });

  it('begin at the near end when none has the attention', () => {
    expect(neighbourOf(leavePane(three), 1)).toBe('a');
    expect(neighbourOf(leavePane(three), -1)).toBe('c');
    expect(neighbourOf(NO_PANES, 1)).toBeNull();
  });
});

describe('one’s own chats', () => {
  it('open by themselves when they are new, and not again once put aside', () => {
    const met = meetOwnChats(NO_PANES, ['a', 'b']);
    expect(met.open).toEqual(['a', 'b']);
    expect(meetOwnChats(hidePane(met, 'a'), ['a', 'b', 'c']).open).toEqual(['b', 'c']);
  });

  it('stay open when they end, and open again when they come back', () => {
    const met = meetOwnChats(NO_PANES, ['a']);
    const ended = meetOwnChats(met, []);
    expect(ended.open).toEqual(['a']);
    expect(meetOwnChats(hidePane(ended, 'a'), ['a']).open).toEqual(['a']);
  });

  it('are what a reload keeps, with what was put aside still aside', () => {
    const stored = hidePane(meetOwnChats(NO_PANES, ['a', 'b', 'ended']), 'b');
    expect(restorePanes(stored, ['a', 'b']).open).toEqual(['a']);
    expect(restorePanes(NO_PANES, ['a', 'b']).open).toEqual(['a', 'b']);
  });
});
