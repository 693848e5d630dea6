import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

const UNDO_MILLISECONDS = 10_000;
const PLAIN_MILLISECONDS = 5_000;

interface Undo {
  readonly label: string;
  readonly act: () => void;
}

/** Says what was done; with `undo`, offers for ten seconds to take it back. Texts come translated. */
export function notify(message: string, undo?: Undo): void {
  if (undo) showUndo(message, undo, UNDO_MILLISECONDS);
  else notifications.show({ message, autoClose: PLAIN_MILLISECONDS });
}

/** Says what happened while nobody looked, and stays until somebody does. */
export function keepNotice(message: string, undo: Undo): void {
  showUndo(message, undo, false);
}

function showUndo(message: string, undo: Undo, autoClose: number | false): void {
  const id = crypto.randomUUID();
  const takeBack = () => {
    notifications.hide(id);
    undo.act();
  };
  notifications.show({
    id,
    autoClose,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={takeBack}>
          {undo.label}
        </Button>
      </Group>
    ),
  });
}

/** Says what went wrong. */
export function notifyTrouble(message: string): void {
  notifications.show({ message, color: 'late', autoClose: UNDO_MILLISECONDS, role: 'alert' });
}
