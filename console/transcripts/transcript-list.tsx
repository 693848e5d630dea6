import { Button } from '@mantine/core';
import type { Transcript } from '#protocol/transcripts.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './transcript-list.module.css';
import { TranscriptRow } from './transcript-row.tsx';

interface TranscriptListProps {
  readonly transcripts: readonly Transcript[];
  /** Id of the one that is read. */
  readonly read: string | undefined;
  /** Another list is on its way. */
  readonly isStale: boolean;
  /** Null: there are no older ones. */
  readonly more: { readonly isFetchingNextPage: boolean; fetchNextPage(): unknown } | null;
  readonly onOpen: (chatId: string) => void;
}

export function TranscriptList({ transcripts, read, isStale, more, onOpen }: TranscriptListProps) {
  const t = useText();
  return (
    <>
      <ol className={styles.list} aria-busy={isStale}>
        {transcripts.map((transcript) => (
          <TranscriptRow
            key={transcript.chatId}
            transcript={transcript}
            isRead={transcript.chatId === read}
            onOpen={onOpen}
          />
        ))}
      </ol>
      {more && (
        <Button
          mt="md"
          fullWidth
          variant="default"
          loading={more.isFetchingNextPage}
          onClick={() => more.fetchNextPage()}
        >
          {t('told.more')}
        </Button>
      )}
    </>
  );
}
