import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconDots,
} from '@tabler/icons-react';
import { useText } from '../../platform/i18n/index.ts';

interface PaneMenuProps {
  readonly patronName: string;
  readonly isOnline: boolean;
  /** Null: this chat can't be passed on now. */
  readonly onTransfer: (() => void) | null;
  readonly onRelease: () => void;
  readonly onClose: () => void;
}

/** What ends an operator's part in a chat. */
export function PaneMenu({ patronName, isOnline, onTransfer, onRelease, onClose }: PaneMenuProps) {
  const t = useText();
  return (
    <Menu
      position="bottom-end"
      width={220}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon variant="subtle" size={34} aria-label={t('desk.menu', { name: patronName })}>
          <IconDots size={19} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowForwardUp aria-hidden size={17} stroke={1.6} />}
          disabled={!isOnline || onTransfer === null}
          onClick={() => onTransfer?.()}
        >
          {t('transfer.menu')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowBackUp aria-hidden size={17} stroke={1.6} />}
          disabled={!isOnline}
          onClick={onRelease}
        >
          {t('desk.release')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCircleCheck aria-hidden size={17} stroke={1.6} />}
          disabled={!isOnline}
          onClick={onClose}
        >
          {t('desk.close')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
