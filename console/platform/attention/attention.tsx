import { useAttention } from './use-attention.ts';
import { useTold } from './use-told.ts';

/** Nothing to see: calls the operator from whichever page of the console they are on. */
export function Attention() {
  useAttention();
  useTold();
  return null;
}
