import { Alert, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PolicyPage } from '#protocol/policies.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './edit.module.css';

interface ConflictNoticeProps {
  /** As somebody else has saved it. */
  readonly page: PolicyPage;
  readonly isPending: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Told to the second of two editors: both texts are there, and they decide. */
export function ConflictNotice({ page, isPending, onMine, onTheirs }: ConflictNoticeProps) {
  const t = useText();
  const { institutionId, version, changedBy } = page;

  return (
    <Alert color="wait" role="alert" mb="md">
      {t('policies.edit.conflict', {
        name: changedBy ?? t('policies.edit.conflict.somebody'),
        version,
      })}
      <Group mt="sm" gap="sm">
        <Link
          to="/policies/$institutionId"
          params={{ institutionId }}
          target="_blank"
          className={styles.link}
        >
          {t('policies.edit.conflict.read')}
        </Link>
        <Button variant="default" loading={isPending} onClick={onMine}>
          {t('policies.edit.conflict.mine')}
        </Button>
        <Button variant="default" onClick={onTheirs}>
          {t('policies.edit.conflict.theirs')}
        </Button>
      </Group>
    </Alert>
  );
}
