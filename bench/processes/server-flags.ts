/**
 * What `npm start` gives to Node: a young generation of 8 MB. Left to itself it grows by a rush of
 * patrons to some 50 MB, which it keeps: 5 to 10 KB more for each of 5,000 of them.
 */
export const SERVER_FLAGS: readonly string[] = ['--max-semi-space-size=8'];
