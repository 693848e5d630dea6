import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { CoopDetail } from '#protocol/coops.ts';
import { coopQuery } from './queries.ts';

/** The co-op whose dashboard this is, and the reader’s rights in it. Only below `coopRoute`, which has read it. */
export function useCoop(): CoopDetail {
  const { coopId } = useParams({ from: '/staff/coops/$coopId' });
  return useSuspenseQuery(coopQuery(coopId)).data;
}
