import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n/index.ts';
import type { Thing } from './thing.ts';
import styles from './thing-row.module.css';

interface ThingRowProps {
  readonly thing: Thing;
  readonly library: string;
  readonly facts: string | undefined;
  /** `3 operators`. */
  readonly membersLabel: string;
  readonly acts: ReactNode;
  /** Absent for those who may not see who is in it. */
  readonly onMembers: (() => void) | undefined;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export function ThingRow(props: ThingRowProps) {
  const { thing, library, facts, membersLabel, acts, onMembers, onEdit, onRemove } = props;
  const t = useText();
  const { name, mayEdit } = thing;

  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h2 className={styles.name}>{name}</h2>
        <span className={styles.library}>{library}</span>
        {facts && <span className={styles.facts}>{facts}</span>}
      </div>
      <div className={styles.acts}>
        {acts}
        {onMembers && (
          <Button variant="default" size="xs" onClick={onMembers}>
            {membersLabel}
            <VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        )}
        {mayEdit && (
          <>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t('things.edit', { name })}
              onClick={onEdit}
            >
              <IconPencil size={17} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={30}
              c="late"
              aria-label={t('things.delete', { name })}
              onClick={onRemove}
            >
              <IconTrash size={17} stroke={1.6} />
            </ActionIcon>
          </>
        )}
      </div>
    </li>
  );
}
