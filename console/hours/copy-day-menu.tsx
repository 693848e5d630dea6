import { Button, Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useText } from '../platform/i18n/index.ts';
import { useHoursWords } from './use-hours-words.ts';
import type { Weekday } from './weekdays.ts';

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

interface CopyDayMenuProps {
  readonly day: Weekday;
  readonly onCopy: (to: readonly Weekday[]) => void;
}

/** A day's hours for another day, for the working week, or for all. */
export function CopyDayMenu({ day, onCopy }: CopyDayMenuProps) {
  const t = useText();
  const words = useHoursWords();
  const label = t('hours.copyOf', { day: words.day(day) });

  return (
    <Menu
      shadow="md"
      width={200}
      position="bottom-start"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconCopy aria-hidden size={15} stroke={1.8} />}
          aria-label={label}
        >
          {t('hours.copy')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Item onClick={() => onCopy(WORKDAYS)}>{t('hours.copy.workdays')}</Menu.Item>
        <Menu.Item onClick={() => onCopy(words.week)}>{t('hours.copy.all')}</Menu.Item>
        <Menu.Divider />
        {words.week
          .filter((other) => other !== day)
          .map((other) => (
            <Menu.Item key={other} onClick={() => onCopy([other])} tt="capitalize">
              {words.day(other)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
