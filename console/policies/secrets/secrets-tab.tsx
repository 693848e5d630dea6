import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { ListState } from '../../shell/list-state.tsx';
import { secretsQuery } from '../queries.ts';
import { KeptSecret } from './kept-secret.tsx';
import { SecretForm } from './secret-form.tsx';
import styles from './secrets.module.css';
import { useSecretActs } from './use-secret-acts.ts';

/** For editors: shared credentials are added, replaced and deleted; none can be read without being written down. */
export function SecretsTab({ institutionId }: { readonly institutionId: string }) {
  const t = useText();
  const secrets = useInfiniteQuery(secretsQuery(institutionId));
  const [isAdding, setAdding] = useState(false);
  const { adding } = useSecretActs(institutionId);

  return (
    <>
      <p className={styles.rule}>{t('policies.secrets.rule')}</p>
      {isAdding ? (
        <SecretForm
          label=""
          saving={adding}
          submit={t('policies.secrets.keep')}
          onSave={(written) => adding.mutate(written, { onSuccess: () => setAdding(false) })}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button
          my="md"
          leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
          onClick={() => setAdding(true)}
        >
          {t('policies.secrets.add')}
        </Button>
      )}
      <ListState query={secrets}>
        {({ pages }) => {
          const items = pages.flatMap((list) => list.items);
          if (items.length === 0 && !isAdding)
            return (
              <EmptyNotice
                title={t('policies.secrets.none')}
                text={t('policies.secrets.none.text')}
              />
            );
          return (
            <ul className={styles.list}>
              {items.map((secret) => (
                <KeptSecret key={secret.id} institutionId={institutionId} secret={secret} />
              ))}
            </ul>
          );
        }}
      </ListState>
      {secrets.hasNextPage && (
        <Button mt="md" variant="default" onClick={() => secrets.fetchNextPage()}>
          {t('policies.more')}
        </Button>
      )}
    </>
  );
}
