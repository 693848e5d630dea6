import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './empty-notice.module.css';

interface EmptyNoticeProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** Where a list would stand: what will stand here, and what brings it. */
export function EmptyNotice({ title, text, children }: EmptyNoticeProps) {
  return (
    <div className={styles.notice}>
      <h2 className={styles.title}>{title}</h2>
      <Text c="dimmed" maw="52ch">
        {text}
      </Text>
      {children}
    </div>
  );
}
