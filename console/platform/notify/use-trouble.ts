import { useCallback } from 'react';
import { ApiProblem, NetworkProblem } from '../api/index.ts';
import { type Translate, useText } from '../i18n/index.ts';
import { notifyTrouble } from './notify.tsx';

/** A sentence for whatever a call threw. Never the server's own words alone: those are English. */
export function sentenceFor(t: Translate, error: unknown): string {
  if (error instanceof NetworkProblem) return t('shell.problem.network');
  if (!(error instanceof ApiProblem)) return t('shell.problem.internal');
  if (error.code === 'too_many_requests') {
    return t('shell.problem.too_many_requests', { count: error.retryAfterSeconds ?? 60 });
  }
  return t(`shell.problem.${error.code}`);
}

/** `onError` for mutations whose form has no better place for it: a notification. */
export function useTrouble(): (error: unknown) => void {
  const t = useText();
  return useCallback((error) => notifyTrouble(sentenceFor(t, error)), [t]);
}
