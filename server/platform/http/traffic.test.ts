import { expect, test } from 'vitest';
import { readAvailability } from '#protocol/widgets.ts';
import { ok } from './answer.ts';
import { createBuckets } from './buckets.ts';
import { networkOf } from './network-of.ts';
import { route } from './route.ts';
import { buildTestApp } from './test-app.ts';
import { RATES } from './traffic.ts';

const ID = '01900000-0000-7000-8000-0000000000aa';

test('a bucket gives its burst, then a refill, then its burst again and no more', () => {
  let now = 0;
  const buckets = createBuckets({ perSecond: 2, burst: 3 }, () => now);
  const take = () => buckets.take('a');
  expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 0.5]);
  now = 500;
  expect([take(), take()]).toEqual([0, 0.5]);
  now = 60_000;
  expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 0.5]);
});

test('one key’s flood leaves the others alone', () => {
  const buckets = createBuckets({ perSecond: 1, burst: 1 }, () => 0);
  expect([buckets.take('a'), buckets.take('a'), buckets.take('b')]).toEqual([0, 1, 0]);
});

test('a flood of keys costs memory no further, and a spent bucket is not forgiven for it', () => {
  let now = 0;
  const buckets = createBuckets({ perSecond: 1, burst: 1 }, () => now);
  for (let key = 0; key < 99_999; key += 1) buckets.take(`old ${key}`);
  now = 1_500;
  buckets.take('spent');
  buckets.take('one more');
  expect(buckets.size).toBe(2);
  expect(buckets.take('spent')).toBe(1);
  for (let key = 0; key < 250_000; key += 1) buckets.take(`new ${key}`);
  expect(buckets.size).toBeLessThanOrEqual(100_000);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a reading room of 200 pages that poll every 30 seconds is never refused', async () => {
  let now = 0;
  const app = buildTestApp({ ticks: () => now });
  route(app, readAvailability, () => ok({ online: true, away: false }), { traffic: 'polled' });
  const statuses = new Set<number>();
  for (let round = 0; round < 10; round += 1) {
    now = round * 30_000;
    const answers = Array.from({ length: 200 }, () =>
      app.inject(`/api/v1/widgets/${ID}/availability`),
    );
    for (const answer of await Promise.all(answers)) statuses.add(answer.statusCode);
  }
  expect([...statuses]).toEqual([200]);
});

test('a flood is told when to come again, and heard again then', async () => {
  let now = 0;
  const app = buildTestApp({ ticks: () => now });
  app.get('/page', { config: { traffic: 'opening' } }, async () => 'page');
  for (let count = 0; count < RATES.opening.burst; count += 1) await app.inject('/page');
  const refused = await app.inject('/page');
  expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(refused.headers['retry-after']).toBe('1');
  now = 1_000;
  expect((await app.inject('/page')).statusCode).toBe(200);
});

test('behind a trusted proxy each address counts alone; a stranger’s X-Forwarded-For counts for nothing', async () => {
  const flood = async (trustedProxies: string[]) => {
    const app = buildTestApp({ ticks: () => 0, trustedProxies });
    app.get('/page', { config: { traffic: 'opening' } }, async () => 'page');
    const statuses = [];
    for (let count = 0; count <= RATES.opening.burst; count += 1) {
      const headers = { 'x-forwarded-for': `192.0.2.${count}` };
      statuses.push((await app.inject({ url: '/page', headers })).statusCode);
    }
    return statuses.at(-1);
  };
  expect(await flood(['127.0.0.1'])).toBe(200);
  expect(await flood([])).toBe(429);
});
