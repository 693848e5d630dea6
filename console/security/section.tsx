import { Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

export function Section({ title, lead, children }: SectionProps) {
  const id = useId();

  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      <Text className={styles.lead} c="dimmed" size="sm" maw="64ch">
        {lead}
      </Text>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
