import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { copyText } from '../platform/copy-text.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify } from '../platform/notify/index.ts';

/** Puts the chat's address on the clipboard. */
export function CopyLink({ chatId }: { readonly chatId: string }) {
  const t = useText();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconLink aria-hidden size={16} stroke={1.8} />}
      onClick={async () => {
        const link = new URL(location.href);
        // The chat alone: how the list was narrowed is the reader's own affair.
        link.search = new URLSearchParams({ chat: chatId }).toString();
        if (await copyText(link.href)) notify(t('shell.copied'));
      }}
    >
      {t('transcripts.copyLink')}
    </Button>
  );
}
