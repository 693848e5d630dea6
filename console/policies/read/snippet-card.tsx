import { Button } from '@mantine/core';
import { IconCopy, IconTextPlus } from '@tabler/icons-react';
import type { PolicySnippet } from '#protocol/policies.ts';
import { WrittenText } from '../../desk/pane/written-text.tsx';
import { copyText } from '../../platform/copy-text.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify } from '../../platform/notify/index.ts';
import styles from './read.module.css';

interface SnippetCardProps {
  readonly snippet: PolicySnippet;
  /** Of its heading. */
  readonly level: 2 | 3 | 4;
  readonly onInsert: ((text: string) => void) | null;
}

/** Words for the patron. Into the composer, where one reads them once more; elsewhere, onto the clipboard. */
export function SnippetCard({ snippet, level, onInsert }: SnippetCardProps) {
  const t = useText();
  const { title, text } = snippet;
  const Heading = `h${level}` as const;

  return (
    <li className={styles.snippet}>
      <Heading className={styles.snippetTitle}>{title}</Heading>
      <p className={styles.words}>
        <WrittenText text={text} />
      </p>
      {onInsert === null ? (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconCopy aria-hidden size={16} stroke={1.6} />}
          aria-label={t('policies.copy.named', { title })}
          onClick={async () => {
            if (await copyText(text)) notify(t('shell.copied'));
          }}
        >
          {t('shell.copy')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconTextPlus aria-hidden size={16} stroke={1.6} />}
          aria-label={t('policies.insert.named', { title })}
          onClick={() => onInsert(text)}
        >
          {t('policies.insert')}
        </Button>
      )}
    </li>
  );
}
