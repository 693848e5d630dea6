import { describe, expect, it } from 'vitest';
import type { ChatEvent } from '#protocol/events.ts';
import {
  aMessage,
  aPage,
  CHAT_ID,
  clientIdOf,
  PATRON,
  SADIE,
} from '../../platform/connection/factories.ts';
import type { OutboxEntry } from '../../platform/connection/index.ts';
import { logRows } from './log-rows.ts';

const rowsOf = (events: ChatEvent[], entries: OutboxEntry[], patronSeen: number) =>
  logRows({
    events,
    entries,
    accountId: SADIE.accountId ?? '',
    patronSeen,
    dayOf: (instant) => instant.slice(0, 10),
  });

const entry: OutboxEntry = {
  clientId: clientIdOf(9),
  chatId: CHAT_ID,
  text: 'on its way',
  note: false,
  writtenAt: '2026-03-04T00:01:00.000Z',
  refused: null,
};

describe('the rows of the log', () => {
  it('tell a day where it begins, and once', () => {
    const later = { ...aMessage(3, 'after midnight'), at: '2026-03-04T00:00:01.000Z' } as ChatEvent;
    const kinds = rowsOf([aMessage(1, 'a'), aMessage(2, 'b'), later], [entry], 0).map(
      (r) => r.kind,
    );
    expect(kinds).toEqual(['day', 'words', 'words', 'day', 'words', 'words']);
  });

  it.each([
    { told: 'mine, unread', by: SADIE, seen: 0, side: 'own', delivery: 'sent' },
    { told: 'mine, read', by: SADIE, seen: 1, side: 'own', delivery: 'seen' },
    { told: 'the patron’s', by: PATRON, seen: 1, side: 'patron', delivery: null },
    {
      told: 'a colleague’s',
      by: { ...SADIE, accountId: CHAT_ID },
      seen: 1,
      side: 'colleague',
      delivery: null,
    },
  ] as const)('know $told', ({ by, seen, side, delivery }) => {
    expect(rowsOf([aMessage(1, 'a', by)], [], seen)[1]).toMatchObject({ side, delivery });
  });

  it('keep a note apart, which no patron receives', () => {
    const note = { ...aMessage(1, 'a', SADIE), kind: 'note' } as ChatEvent;
    expect(rowsOf([note], [], 1)[1]).toMatchObject({ note: true, delivery: null });
  });

  it('mark as seen what lies at or before the patron’s reading', () => {
    const note = { ...aMessage(1, 'a', SADIE), kind: 'note' } as ChatEvent;
    const events = [note, aPage(2, 'loans'), aMessage(3, 'b', SADIE), aMessage(4, 'c', SADIE)];
    const deliveries = rowsOf(events, [], 3).flatMap((row) =>
      row.kind === 'words' && !row.note ? row.delivery : [],
    );
    expect(deliveries).toEqual(['seen', 'sent']);
  });

  it('mark as seen what the patron has answered since, whatever marks of reading came', () => {
    const patron = { kind: 'patron' } as const;
    const events = [aMessage(1, 'a', SADIE), aMessage(2, 'b', patron), aMessage(3, 'c', SADIE)];
    const deliveries = rowsOf(events, [], 0).flatMap((row) =>
      row.kind === 'words' && row.side === 'own' ? row.delivery : [],
    );
    expect(deliveries).toEqual(['seen', 'sent']);
  });

  it('keep a message’s key from writing to acknowledgement, so that it does not jump', () => {
    const [, sending] = rowsOf([], [entry], 0);
    const [, sent] = rowsOf([{ ...aMessage(9, 'on its way', SADIE) }], [], 0);
    expect(sending?.key).toBe(sent?.key);
    expect(sending).toMatchObject({ delivery: 'sending' });
  });

  it('do not call a refused message on its way', () => {
    const refused = { ...entry, refused: { code: 'chat_closed', detail: '' } } as const;
    expect(rowsOf([], [refused], 0)[1]).toMatchObject({ delivery: null });
  });
});
