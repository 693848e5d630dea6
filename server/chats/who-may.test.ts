import { describe, expect, test } from 'vitest';
import { type ChatFacts, mayReadChat, mayWriteInChat, type Reader } from './who-may.ts';

const waiting: ChatFacts = {
  state: 'waiting',
  institutionId: 'northfield',
  ownerId: null,
  guestIds: [],
  offeredTo: new Set(['reference']),
  ringsAt: new Set(['reference']),
  coopIds: new Set(),
  transferTo: null,
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
  coops: new Map(),
  operatorsSee: 'queues',
};
const partner: Reader = { ...colleague, accountId: 'hana', institutionId: 'harbour' };
const stranger: Reader = {
  ...colleague,
  accountId: 'eve',
  institutionId: 'eastvale',
  queueIds: new Set(['strange']),
};

const answersForOwls = new Map([['night', { name: 'Night Owls', level: 'regular' } as const]]);

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

  const answered = { ...chat, answeredBy: new Set(['sadie', 'eve', 'omar']) };

  test('of their own library is read for good by who answered it, without the queue too', () => {
    const former: Reader = { ...colleague, queueIds: new Set() };
    expect(mayReadChat(former, answered)).toBe(true);
  });

  test('is read by nobody without chat access for what they answered, have or practise', () => {
    const former: Reader = { ...colleague, chatAccess: false };
    const everything = { ...answered, ownerId: 'omar', guestIds: ['omar'], transferTo: 'omar' };
    expect(mayReadChat(former, everything)).toBe(false);
    expect(mayReadChat(former, { ...chat, practisedBy: 'omar' })).toBe(false);
  });

  test('of another library is read by who answered it while a level holds in its co-op', () => {
    const member = { ...stranger, coops: answersForOwls };
    const through = { ...answered, coopIds: new Set(['night']) };
    expect(mayReadChat(member, through)).toBe(true);
    expect(mayReadChat(stranger, through)).toBe(false);
    expect(mayReadChat(member, { ...answered, coopIds: new Set(['day']) })).toBe(false);
    expect(mayReadChat({ ...member, accountId: 'ines' }, through)).toBe(false);
  });

  test('is read by nobody but who practises, if it is a practice', () => {
    const practice = { ...chat, practisedBy: 'omar' };
    expect(mayReadChat(colleague, practice)).toBe(true);
    expect(mayReadChat({ ...colleague, accountId: 'noor' }, practice)).toBe(false);
    expect(mayReadChat({ ...colleague, accountId: 'ada', role: 'admin' }, practice)).toBe(false);
    expect(mayReadChat({ ...stranger, role: 'owner' }, practice)).toBe(false);
  });

  test('is read by its guests, as by who answered it', () => {
    const guest: Reader = { ...colleague, accountId: 'eve', queueIds: new Set() };
    const withGuest = { ...chat, guestIds: ['eve'], coopIds: new Set(['night']) };
    expect(mayReadChat(guest, withGuest)).toBe(true);
    expect(mayReadChat({ ...guest, accountId: 'ines' }, withGuest)).toBe(false);
    expect(mayReadChat({ ...stranger, coops: answersForOwls }, withGuest)).toBe(true);
    expect(mayReadChat(stranger, withGuest)).toBe(false);
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

describe('on its way to a colleague', () => {
  const passed: ChatFacts = { ...active, transferTo: 'eve' };

  test('a chat is read by who is asked to take it, and by no other stranger', () => {
    expect(mayReadChat(stranger, passed)).toBe(true);
    expect(mayReadChat({ ...stranger, accountId: 'ines' }, passed)).toBe(false);
    expect(mayReadChat({ ...stranger, chatAccess: false }, passed)).toBe(false);
  });

  test('it is not when it was closed meanwhile', () => {
    expect(mayReadChat(stranger, { ...passed, state: 'closed' })).toBe(false);
  });
});

describe('in hand', () => {
  test('a chat of another library is read by its operator to the end, without any level', () => {
    const hers = { ...active, ownerId: 'eve', answeredBy: new Set(['sadie', 'eve']) };
    expect(mayReadChat(stranger, hers)).toBe(true);
    expect(mayReadChat(stranger, { ...hers, state: 'closed' })).toBe(false);
  });
});

test('a chat that rings elsewhere by now is not read where it rang, but for their own library’s', () => {
  const elsewhere = { ...waiting, ringsAt: new Set(['other']) };
  expect(mayReadChat(partner, waiting)).toBe(true);
  expect(mayReadChat(partner, elsewhere)).toBe(false);
  expect(mayReadChat(colleague, elsewhere)).toBe(true);
});
