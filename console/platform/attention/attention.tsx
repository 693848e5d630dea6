import { useAttention } from './use-attention.ts';

/** Nothing to see: calls the operator from whichever page of the console they are on. */
export function Attention() {
  useAttention();
  return null;
}
