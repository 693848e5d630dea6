import { Anchor } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { Attachment } from '#protocol/ticket-entries.ts';
import { readAttachment } from '#protocol/tickets.ts';
import { addressOf } from '../platform/api/address.ts';
import { useLanguage, useText } from '../platform/i18n/index.ts';
import styles from './ticket-thread.module.css';

interface AttachedFilesProps {
  readonly ticketId: string;
  readonly files: readonly Attachment[];
}

/** Saved and never shown: whoever sent them may be anybody. */
export function AttachedFiles({ ticketId, files }: AttachedFilesProps) {
  const t = useText();
  const { locale } = useLanguage();
  if (files.length === 0) return null;
  const sizes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  });

  return (
    <ul className={styles.files} aria-label={t('tickets.files')}>
      {files.map(({ id, name, bytes, isKept }) => (
        <li key={id}>
          <IconPaperclip aria-hidden size={15} stroke={1.6} />
          {isKept ? (
            <Anchor
              href={addressOf(readAttachment.path, { params: { ticketId, attachmentId: id } })}
              download={name}
              inherit
            >
              {name}
            </Anchor>
          ) : (
            <span>{t('tickets.fileTooLarge', { name })}</span>
          )}
          <span>{sizes.format(Math.max(1, bytes / 1024))}</span>
        </li>
      ))}
    </ul>
  );
}
