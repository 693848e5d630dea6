import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHeading } from '../platform/page/index.ts';
import { CarrelMark } from '../shell/carrel-mark.tsx';
import { LanguageChoice } from '../shell/language-choice.tsx';
import styles from './entrance.module.css';

interface EntranceProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page for who is not signed in: one card, and the language below it. */
export function Entrance({ title, lead, children }: EntranceProps) {
  return (
    <main className={styles.page}>
      <Paper className={styles.card}>
        <Stack gap="lg">
          <div>
            <CarrelMark className={styles.mark} />
            <PageHeading title={title} />
            <Text c="dimmed">{lead}</Text>
          </div>
          {children}
        </Stack>
      </Paper>
      <div className={styles.language}>
        <LanguageChoice />
      </div>
    </main>
  );
}
