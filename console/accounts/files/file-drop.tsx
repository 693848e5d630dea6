import { Button, FileButton, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { ACCOUNT_COLUMNS } from '#protocol/account-files.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './file-drop.module.css';

interface FileDropProps {
  readonly file: File | null;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** A file by the button, or dropped anywhere on the frame. */
export function FileDrop({ file, isBusy, onFile }: FileDropProps) {
  const t = useText();
  const [isOver, setOver] = useState(false);
  // The same file, changed meanwhile, must be choosable again.
  const reset = useRef<() => void>(null);

  const take = (chosen: File | null | undefined) => {
    reset.current?.();
    if (chosen && !isBusy) onFile(chosen);
  };
  const hover = (event: DragEvent, over: boolean) => {
    event.preventDefault();
    setOver(over);
  };
  return (
    <section
      className={styles.drop}
      data-over={isOver || undefined}
      aria-label={t('accounts.import.file')}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <FileButton accept=".csv,text/csv" resetRef={reset} onChange={take}>
        {(props) => (
          <Button
            {...props}
            disabled={isBusy}
            leftSection={<IconUpload aria-hidden size={18} stroke={1.6} />}
          >
            {t('accounts.import.choose')}
          </Button>
        )}
      </FileButton>
      <Text>{file === null ? t('accounts.import.drop') : file.name}</Text>
      <Text size="sm" c="dimmed">
        {t('accounts.import.columns')}{' '}
        <code className={styles.columns}>{ACCOUNT_COLUMNS.join(', ')}</code>
      </Text>
    </section>
  );
}
