import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../platform/i18n/index.ts';
import styles from './bar.module.css';

interface UndoBarProps {
  readonly patronName: string;
  readonly onUndo: () => void;
}

/** In place of the composer while a closing can be taken back; the way back has the focus. */
export function UndoBar({ patronName, onUndo }: UndoBarProps) {
  const t = useText();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);

  return (
    <div className={styles.bar}>
      <p className={styles.words} role="status">
        {t('desk.closing', { name: patronName })}
      </p>
      <span className={styles.progress} />
      <Button ref={undo} variant="default" onClick={onUndo}>
        {t('desk.undo')}
      </Button>
    </div>
  );
}
