import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../platform/i18n/index.ts';
import { ThingsPage } from '../shared-things/index.ts';
import { POOL_KIND, poolsQuery } from './pool-kind.ts';

/** Canned messages, by pool. */
export function PoolsPage() {
  const t = useText();
  const pools = useQuery(poolsQuery);

  return (
    <ThingsPage
      kind={POOL_KIND}
      query={{ ...pools, data: pools.data?.items }}
      actsOf={({ id, name, messages }) => (
        <Button
          renderRoot={(props) => <Link to="/pools/$poolId" params={{ poolId: id }} {...props} />}
          variant="light"
          size="xs"
        >
          {t('pools.messages', { count: messages })}
          <VisuallyHidden> {name}</VisuallyHidden>
        </Button>
      )}
    />
  );
}
