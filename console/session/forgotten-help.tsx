import { Button, Collapse, Group, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useText } from '../platform/i18n/index.ts';

const KINDS = ['forgotUsername', 'forgotPassword'] as const;

/** Says who can help whoever lacks a part of their credentials. */
export function ForgottenHelp() {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState<(typeof KINDS)[number] | null>(null);

  return (
    <div>
      <Group gap={4} mx={-10}>
        {KINDS.map((kind) => (
          <Button
            key={kind}
            variant="subtle"
            size="compact-sm"
            aria-expanded={open === kind}
            aria-controls={`${id}-${kind}`}
            onClick={() => setOpen(open === kind ? null : kind)}
          >
            {t(`session.${kind}`)}
          </Button>
        ))}
      </Group>
      {KINDS.map((kind) => (
        <Collapse key={kind} id={`${id}-${kind}`} expanded={open === kind} transitionDuration={100}>
          <Text size="sm" pt="xs">
            {t(`session.${kind}.text`)}
          </Text>
        </Collapse>
      ))}
    </div>
  );
}
