import { expect, test } from 'vitest';
import { findPeople, type Person } from './find-people.ts';

const sadie = person('sadie', 'northfield');
const marcus = person('marcus', 'northfield');
const ines = person('ines', 'harbour');
const joan = person('joan', 'harbour');
const everybody = [sadie, marcus, ines, joan];
const local = { institutionId: 'northfield', memberIds: ['sadie', 'ines'] };

test('a library’s thing is for its people, and for whoever is in it from elsewhere', () => {
  const found = findPeople(everybody, { thing: local, typed: '', isMember: null });
  expect(found).toEqual([sadie, marcus, ines]);
});

test('the consortium’s is for all', () => {
  const thing = { institutionId: null, memberIds: [] };
  expect(findPeople(everybody, { thing, typed: '', isMember: null })).toEqual(everybody);
});

test('members alone, as they are now', () => {
  const isMember = (id: string) => id === 'marcus';
  expect(findPeople(everybody, { thing: local, typed: '', isMember })).toEqual([marcus]);
});

test('words are looked for in name, username and library', () => {
  const found = findPeople(everybody, { thing: local, typed: 'northfield mar', isMember: null });
  expect(found).toEqual([marcus]);
});

function person(name: string, library: string): Person {
  return {
    accountId: name,
    username: `${library}-${name}`,
    displayName: name.toUpperCase(),
    institutionId: library,
    institutionName: library,
    chatAccess: true,
    mayEdit: true,
    assigned: [],
  };
}
