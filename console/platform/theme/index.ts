export { contrast, textUpon } from './contrast.ts';
export { Look } from './look.tsx';
