import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useText } from '../platform/i18n/index.ts';

interface FileLinkProps {
  readonly href: string;
  /** Where the page has several files. */
  readonly text?: string;
}

/** The same as what is shown, as a file for a spreadsheet. */
export function FileLink({ href, text }: FileLinkProps) {
  const t = useText();
  return (
    <Button
      component="a"
      href={href}
      download
      variant="default"
      size="sm"
      leftSection={<IconDownload aria-hidden size={18} stroke={1.6} />}
    >
      {text ?? t('told.export')}
    </Button>
  );
}
