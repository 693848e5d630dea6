import { describe, expect, it } from 'vitest';
import { EMPTY_STREAM, hasGap, lastApplied, receiveEvents, receiveState } from './chat-stream.ts';
import { aChat, aMessage, aPage } from './factories.ts';

const one = aMessage(1, 'one');
const two = aMessage(2, 'two');
const three = aMessage(3, 'three');
const four = aMessage(4, 'four');

describe('receiving events', () => {
  const arrivals = [
    { told: 'in order, one a frame', frames: [[one], [two], [three], [four]] },
    { told: 'in one frame', frames: [[one, two, three, four]] },
    { told: 'backwards', frames: [[four], [three], [two], [one]] },
    { told: 'backwards in one frame', frames: [[four, three, two, one]] },
    { told: 'each twice', frames: [[one, one], [two], [two, three], [three, four], [four]] },
    {
      told: 'with the whole history again at the end',
      frames: [[one], [two, three], [four], [one, two, three, four]],
    },
    { told: 'with a hole that is filled last', frames: [[one], [three, four], [two]] },
  ];
  it.each(arrivals)('shows every event once and in order when they come $told', ({ frames }) => {
    const stream = frames.reduce(receiveEvents, EMPTY_STREAM);
    expect(stream.events).toEqual([one, two, three, four]);
    expect(stream.held).toEqual([]);
    expect(hasGap(stream, 4)).toBe(false);
  });

  it('shows nothing behind a hole, and says that there is one', () => {
    const stream = receiveEvents(EMPTY_STREAM, [one, three, four]);
    expect(lastApplied(stream)).toBe(1);
    expect(stream.held).toEqual([three, four]);
    expect(hasGap(stream, 0)).toBe(true);
  });

  it('knows of a gap from the desk’s number alone', () => {
    const stream = receiveEvents(EMPTY_STREAM, [one, two]);
    expect(hasGap(stream, 2)).toBe(false);
    expect(hasGap(stream, 3)).toBe(true);
  });

  it('stays the same object when nothing is new, so that nothing is drawn again', () => {
    const stream = receiveEvents(EMPTY_STREAM, [one, two]);
    expect(receiveEvents(stream, [one, two])).toBe(stream);
    expect(receiveEvents(stream, [])).toBe(stream);
  });
});

describe('the chat beside its events', () => {
  it('moves with the events', () => {
    const start = receiveState(EMPTY_STREAM, aChat({ lastSeq: 0, page: null }));
    const stream = receiveEvents(start, [one, aPage(2, 'Interlibrary loan')]);
    expect(stream.chat).toMatchObject({ lastSeq: 2, page: { title: 'Interlibrary loan' } });
  });

  it('does not go back when a snapshot that is ahead is followed by its own history', () => {
    const ahead = receiveState(EMPTY_STREAM, aChat({ lastSeq: 3, state: 'closed' }));
    const stream = receiveEvents(ahead, [one, two, three]);
    expect(stream.chat).toMatchObject({ lastSeq: 3, state: 'closed' });
  });

  it('ignores a snapshot older than what is shown', () => {
    const shown = receiveState(EMPTY_STREAM, aChat({ lastSeq: 3, state: 'closed' }));
    expect(receiveState(shown, aChat({ lastSeq: 2, state: 'active' }))).toBe(shown);
  });
});
