import { expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { faultsOf, stepOf } from './steps.ts';

const complete: Draft = {
  consortiumName: 'Night Owls',
  institution: {
    name: 'Northfield College',
    code: 'northfield',
    timeZone: 'America/Toronto',
    language: 'en',
  },
  owner: {
    displayName: 'Sadie Park',
    username: 'northfield-sadie-p',
    email: '',
    password: 'twelve signs at least',
    repeat: 'twelve signs at least',
  },
  queueName: 'Reference',
  widget: { name: 'Home page', allowedOrigins: [] },
};

function pathsAt(draft: Draft): string[] {
  return faultsOf('summary', draft).map(({ path }) => path);
}

test('a complete draft has no fault, and needs neither e-mail nor origins', () => {
  expect(pathsAt(complete)).toEqual([]);
});

test('an eleven-character password is too short, twelve are enough', () => {
  const owner = { ...complete.owner, password: '12345678901', repeat: '12345678901' };
  expect(pathsAt({ ...complete, owner })).toEqual(['owner.password']);
  const longer = { ...owner, password: '123456789012', repeat: '123456789012' };
  expect(pathsAt({ ...complete, owner: longer })).toEqual([]);
});

test('a password that differs from its repetition is told at the repetition', () => {
  const owner = { ...complete.owner, repeat: 'something else' };
  expect(pathsAt({ ...complete, owner })).toEqual(['owner.repeat']);
});

test('each step answers for its own fields alone', () => {
  const draft = { ...complete, consortiumName: ' ', queueName: '' };
  expect(faultsOf('consortium', draft).map(({ path }) => path)).toEqual(['consortiumName']);
  expect(faultsOf('library', draft)).toEqual([]);
  expect(faultsOf('entrance', draft).map(({ path }) => path)).toEqual(['queueName']);
});

test('an address with a path is no origin', () => {
  const widget = { name: 'Home page', allowedOrigins: ['https://www.example.org/library'] };
  expect(pathsAt({ ...complete, widget })).toEqual(['widget.allowedOrigins']);
});

test.each([
  ['consortiumName', 0],
  ['institution.code', 1],
  ['owner.username', 2],
  ['widget.allowedOrigins.0', 3],
  ['token', 0],
])('%s stands on step %i', (path, step) => {
  expect(stepOf(path)).toBe(step);
});
