import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../platform/i18n/index.ts';
import { matrixQuery } from '../queries.ts';
import { type Leaving, lonelyQueues } from './lonely-queues.ts';

interface LonelyWarningProps {
  readonly leaving: Leaving;
  /** Undefined: they are of several. */
  readonly institutionId: string | undefined;
}

/** Warns before queues lose their last operator. Says nothing where nobody leaves, or none is lost. */
export function LonelyWarning({ leaving, institutionId }: LonelyWarningProps) {
  const t = useText();
  const isLeft = leaving.queueIds === null || leaving.queueIds.length > 0;
  const matrix = useQuery({ ...matrixQuery(institutionId), enabled: isLeft });
  const lonely = isLeft && matrix.data ? lonelyQueues(matrix.data, leaving) : [];

  return (
    <div role="status">
      {lonely.length > 0 && (
        <Alert color="wait">
          {t('accounts.lonely', { count: lonely.length, queues: lonely.join(', ') })}
        </Alert>
      )}
    </div>
  );
}
