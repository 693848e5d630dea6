import { expect, test } from 'vitest';
import { clearSessionCookie, sessionCookie, writeSessionCookie } from './cookies.ts';

test('by https the cookie is bound to its host and travels by https alone', () => {
  const cookie = sessionCookie('https://carrel.test');
  expect(writeSessionCookie(cookie, 'abc', 60)).toBe(
    '__Host-carrel_session=abc; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
  );
});

test('by http it is still out of reach for scripts and other sites', () => {
  const cookie = sessionCookie('http://localhost:8080');
  expect(writeSessionCookie(cookie, 'abc', 60)).toBe(
    'carrel_session=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax',
  );
});

test('signing out makes the browser forget it', () => {
  const cookie = sessionCookie('http://localhost:8080');
  expect(clearSessionCookie(cookie)).toBe(
    'carrel_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
  );
});
