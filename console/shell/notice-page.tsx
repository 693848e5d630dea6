import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHeading } from '../platform/page/index.ts';
import styles from './notice-page.module.css';

interface NoticePageProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** A page that says one thing, and offers what to do about it. */
export function NoticePage({ title, text, children }: NoticePageProps) {
  return (
    <Stack className={styles.notice} gap="md" align="flex-start">
      <PageHeading title={title} />
      <Text maw="56ch">{text}</Text>
      {children}
    </Stack>
  );
}
