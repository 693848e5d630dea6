import { describe, expect, test } from 'vitest';
import { type ChatFacts, mayReadChat, mayWriteInChat, type Reader } from './who-may.ts';

const waiting: ChatFacts = {
  state: 'waiting',
  institutionId: 'northfield',
  ownerId: null,
  guestIds: [],
  offeredTo: new Set(['reference']),
  answeredBy: new Set(),
  practisedBy: null,
};
const active: ChatFacts = {
  ...waiting,
  state: 'active',
  ownerId: 'sadie',
  answeredBy: new Set(['sadie']),
};
const closed: ChatFacts = { ...active, state: 'closed' };

const colleague: Reader = {
  accountId: 'omar',
  institutionId: 'northfield',
  role: 'operator',
  chatAccess: true,
  queueIds: new Set(['reference']),
  operatorsSee: 'queues',
};
const partner: Reader = { ...colleague, accountId: 'hana', institutionId: 'harbour' };
const stranger: Reader = {
  ...colleague,
  accountId: 'eve',
  institutionId: 'eastvale',
  queueIds: new Set(['strange']),
};

describe.each([
  ['waiting', waiting],
  ['active', active],
  ['closed', closed],
] as const)('a %s chat', (_, chat) => {
  test.each<[string, boolean, Reader]>([
    ['the owner of the installation', true, { ...stranger, role: 'owner' }],
    [
      'an admin of the home library, even without chat access',
      true,
      { ...colleague, role: 'admin', chatAccess: false, queueIds: new Set() },
    ],
    ['an admin of another library', false, { ...stranger, role: 'admin' }],
    ['a stranger of another library', false, stranger],
    ['a colleague without the queue', false, { ...colleague, queueIds: new Set() }],
    ['a colleague whose chat access was taken away', false, { ...colleague, chatAccess: false }],
    ['a colleague of the queue', true, colleague],
  ])('is read by %s: %s', (_who, may, reader) => {
    expect(mayReadChat(reader, chat)).toBe(may);
  });

  test('is read for good by who answered it, whatever else was taken away', () => {
    const former: Reader = { ...stranger, chatAccess: false, queueIds: new Set() };
    expect(mayReadChat(former, { ...chat, answeredBy: new Set(['sadie', 'eve']) })).toBe(true);
  });

  test('is read by nobody but who practises, if it is a practice', () => {
    const practice = { ...chat, practisedBy: 'omar' };
    expect(mayReadChat(colleague, practice)).toBe(true);
    expect(mayReadChat({ ...colleague, accountId: 'noor' }, practice)).toBe(false);
    expect(mayReadChat({ ...colleague, accountId: 'ada', role: 'admin' }, practice)).toBe(false);
    expect(mayReadChat({ ...stranger, role: 'owner' }, practice)).toBe(false);
  });

  test('is read by its guests', () => {
    expect(mayReadChat(stranger, { ...chat, guestIds: ['eve'] })).toBe(true);
  });
});

test.each([
  ['waiting', waiting, true, true],
  ['active', active, false, false],
  ['closed', closed, false, false],
] as const)(
  'a %s chat at a library whose operators see their own alone, and at a partner',
  (_, chat, ownAlone, atPartner) => {
    expect(mayReadChat({ ...colleague, operatorsSee: 'own' }, chat)).toBe(ownAlone);
    expect(mayReadChat(partner, chat)).toBe(atPartner);
  },
);

test.each([
  ['its operator', 'sadie', true],
  ['a guest', 'gus', true],
  ['who only reads it', 'omar', false],
])('%s, %s, writes in it: %s', (_who, accountId, may) => {
  expect(mayWriteInChat(accountId, { ...active, guestIds: ['gus'] })).toBe(may);
});
