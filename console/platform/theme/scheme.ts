import { localStorageColorSchemeManager } from '@mantine/core';

/** Kept per browser. public/scheme.js reads the same key before the first paint. */
export const schemeManager = localStorageColorSchemeManager({ key: 'carrel.scheme' });
