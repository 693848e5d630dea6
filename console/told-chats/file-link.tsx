import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useText } from '../platform/i18n/index.ts';

/** The same as what is shown, as a file for a spreadsheet. */
export function FileLink({ href }: { readonly href: string }) {
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
      {t('told.export')}
    </Button>
  );
}
