import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { revealPolicySecret } from '#protocol/policy-secrets.ts';
import { call, isProblem } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';

export interface Revealed {
  readonly username: string;
  readonly secret: string;
  readonly note: string;
}

/** Shows one credential at a time, and keeps it nowhere but in what is drawn. */
export function useReveal(institutionId: string, secretId: string, chatId: string | null) {
  const t = useText();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const revealing = useMutation({
    mutationFn: () =>
      call(revealPolicySecret, {
        params: { institutionId, secretId },
        body: chatId === null ? {} : { chatId },
      }),
    onSuccess: setRevealed,
    // Nothing of it stays in the cache of calls.
    gcTime: 0,
  });
  const { error } = revealing;
  return {
    revealed,
    isPending: revealing.isPending,
    trouble:
      error === null
        ? null
        : isProblem(error, 'unavailable')
          ? t('policies.secrets.unavailable')
          : sentenceFor(t, error),
    show: () => revealing.mutate(),
    hide: () => {
      revealing.reset();
      setRevealed(null);
    },
  };
}
