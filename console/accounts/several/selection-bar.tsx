import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconRestore, IconSettings, IconTrash } from '@tabler/icons-react';
import type { AccountRow } from '#protocol/account-administration.ts';
import { useText } from '../../platform/i18n/index.ts';
import { MOST_SELECTED } from '../list/selection.ts';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  readonly selected: readonly AccountRow[];
  readonly shown: number;
  /** Of all pages together. */
  readonly total: number;
  readonly onChange: () => void;
  readonly onDelete: () => void;
  readonly onRestore: () => void;
  readonly onClear: () => void;
}

/** What can be done with the ticked rows; always in its place, so that nothing moves when one is ticked. */
export function SelectionBar(props: SelectionBarProps) {
  const t = useText();
  const { selected, shown, total } = props;
  const mayAct = (right: 'mayEdit' | 'mayDelete' | 'mayRestore') =>
    selected.length > 0 &&
    selected.length <= MOST_SELECTED &&
    selected.every(({ rights }) => rights[right]);

  return (
    <div className={styles.bar}>
      <p className={styles.count} role="status">
        {said()}
      </p>
      <Group gap="xs" wrap="nowrap">
        {selected.length > 0 && (
          <Button size="sm" variant="subtle" onClick={props.onClear}>
            {t('accounts.selectNone')}
          </Button>
        )}
        {mayAct('mayRestore') ? (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconRestore aria-hidden size={18} stroke={1.6} />}
            onClick={props.onRestore}
          >
            {t('accounts.restore')}
          </Button>
        ) : (
          <Button
            size="sm"
            variant="default"
            disabled={!mayAct('mayEdit')}
            leftSection={<IconSettings aria-hidden size={18} stroke={1.6} />}
            onClick={props.onChange}
          >
            {t('accounts.change')}
          </Button>
        )}
        <Tooltip label={t('accounts.delete')}>
          <ActionIcon
            size="lg"
            variant="light"
            color="late"
            aria-label={t('accounts.delete')}
            disabled={!mayAct('mayDelete')}
            onClick={props.onDelete}
          >
            <IconTrash aria-hidden size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </div>
  );

  function said(): string {
    if (selected.length > MOST_SELECTED) {
      return t('accounts.tooMany', { selected: selected.length, most: MOST_SELECTED });
    }
    if (selected.length > 0) return t('accounts.selected', { selected: selected.length, total });
    if (shown < total) return t('accounts.countLoaded', { count: total, shown });
    return t('accounts.count', { count: total });
  }
}
