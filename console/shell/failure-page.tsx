import { Button } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { NetworkProblem, useReachable } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { NoticePage } from './notice-page.tsx';

/** In place of a page that could not be drawn or read. Heals by itself when it was the network. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const t = useText();
  const router = useRouter();
  const isReachable = useReachable();
  const isNetwork = error instanceof NetworkProblem;

  useEffect(() => {
    if (isNetwork && isReachable) void router.invalidate();
  }, [isNetwork, isReachable, router]);

  const tryAgain = async () => {
    await router.invalidate();
    reset();
  };
  const kind = isNetwork ? 'network' : 'internal';
  return (
    <NoticePage title={t(`shell.failure.${kind}.title`)} text={t(`shell.failure.${kind}.text`)}>
      <Button onClick={tryAgain}>{t('shell.tryAgain')}</Button>
    </NoticePage>
  );
}
