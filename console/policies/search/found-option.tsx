import { useEffect, useRef } from 'react';
import type { PolicyPassage } from '#protocol/policies.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './search.module.css';

interface FoundOptionProps {
  readonly id: string;
  readonly passage: PolicyPassage;
  readonly isActive: boolean;
  readonly mayInsert: boolean;
  readonly onChoose: () => void;
}

export function FoundOption({ id, passage, isActive, mayInsert, onChoose }: FoundOptionProps) {
  const t = useText();
  const option = useRef<HTMLDivElement>(null);
  const isInsertion = passage.kind === 'snippet' && mayInsert;

  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and its keys choose.
    // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option.
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.head}>
        <span className={styles.title}>{passage.title}</span>
        <span className={styles.library}>{passage.institutionName}</span>
      </span>
      <span className={styles.text}>{passage.text}</span>
      <span className={styles.act}>{t(isInsertion ? 'policies.insert' : 'policies.open')}</span>
    </div>
  );
}
