/**
 * What `npm start` gives to Node. A young generation of 8 MB: left to itself it grows by a rush of
 * patrons to some 50 MB, which it keeps: 5 to 10 KB more for each of 5,000 of them. And an old one that
 * is collected when it has grown by 40 %: left to itself it keeps what such a rush threw away until it
 * has grown fourfold, 20 KB for each.
 */
export const SERVER_FLAGS: readonly string[] = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=40',
];
