import type { OwnedQueue } from '#protocol/queues.ts';
import type { ChainStep } from '#protocol/widgets.ts';
import { useText } from '../platform/i18n/index.ts';
import { nameOfStep, withStart } from './chain.ts';

/** Says a chain as a person would: "Northfield, then Night Owls after 20 s". */
export function useChainWords(
  queues: readonly OwnedQueue[],
): (chain: readonly ChainStep[]) => string {
  const t = useText();

  return (chain) =>
    withStart(chain)
      .map(({ step, after }, index) => {
        const name = nameOfStep(step, queues) ?? t('widgets.chain.unseen');
        return index === 0 ? name : t('widgets.chain.then', { name, seconds: after });
      })
      .join(', ');
}
