export { useLongList } from './use-long-list.ts';
export { useReadAhead } from './use-read-ahead.ts';
