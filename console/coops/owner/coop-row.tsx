import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Coop } from '#protocol/coops.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './coops-page.module.css';

interface CoopRowProps {
  readonly coop: Coop;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

export function CoopRow({ coop, onRename, onDelete }: CoopRowProps) {
  const t = useText();
  const { id: coopId, name, institutionCount, accountCount } = coop;

  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h2 className={styles.name}>
          <Link to="/coops/$coopId" params={{ coopId }}>
            {name}
          </Link>
        </h2>
        <span className={styles.facts}>
          {t('coops.all.libraries', { count: institutionCount })} ·{' '}
          {t('coops.accounts.count', { count: accountCount })}
        </span>
      </div>
      <div className={styles.acts}>
        <Button
          variant="default"
          size="xs"
          renderRoot={(props) => (
            <Link to="/coops/$coopId/settings" params={{ coopId }} {...props} />
          )}
        >
          {t('coops.nav.settings')}
          <VisuallyHidden> {name}</VisuallyHidden>
        </Button>
        <Button
          variant="default"
          size="xs"
          renderRoot={(props) => (
            <Link to="/coops/$coopId/accounts" params={{ coopId }} {...props} />
          )}
        >
          {t('coops.nav.accounts')}
          <VisuallyHidden> {name}</VisuallyHidden>
        </Button>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('coops.rename.of', { name })}
          onClick={onRename}
        >
          <IconPencil aria-hidden size={17} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={30}
          c="late"
          aria-label={t('coops.delete.of', { name })}
          onClick={onDelete}
        >
          <IconTrash aria-hidden size={17} stroke={1.6} />
        </ActionIcon>
      </div>
    </li>
  );
}
