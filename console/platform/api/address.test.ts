import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test('parameters are filled in, and cannot lead to another path', () => {
  expect(addressOf('/widgets/{widgetId}', { params: { widgetId: 'a/../b?c' } })).toBe(
    '/api/v1/widgets/a%2F..%2Fb%3Fc',
  );
});

test('a query holds what is given and leaves out what is not', () => {
  const query = { state: 'new', cursor: undefined, limit: 50 };
  expect(addressOf('/tickets', { query })).toBe('/api/v1/tickets?state=new&limit=50');
});

test('without a query there is no question mark', () => {
  expect(addressOf('/tickets', { query: { cursor: undefined } })).toBe('/api/v1/tickets');
});
