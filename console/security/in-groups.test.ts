import { expect, test } from 'vitest';
import { inGroups } from './in-groups.ts';

test.each([
  ['JBSWY3DPEHPK3PXP', 'JBSW Y3DP EHPK 3PXP'],
  ['ABCDEF', 'ABCD EF'],
  ['', ''],
])('"%s" is shown as "%s"', (secret, shown) => {
  expect(inGroups(secret)).toBe(shown);
});
