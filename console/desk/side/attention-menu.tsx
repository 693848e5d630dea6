import { ActionIcon, Button, Indicator, Popover, Slider, Stack, Switch, Text } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useState } from 'react';
import {
  askDesktopPermission,
  changeSettings,
  desktopPermission,
  playSound,
  useCanSound,
  useSettings,
} from '../../platform/attention/index.ts';
import { useText } from '../../platform/i18n/index.ts';

/** How one wants to be called: sounds, their loudness, desktop notifications. */
export function AttentionMenu() {
  const t = useText();
  const settings = useSettings();
  const canSound = useCanSound();
  const [permission, setPermission] = useState(desktopPermission);
  const isSilent = !settings.newChat && !settings.newMessage;
  const isBlocked = !isSilent && !canSound;
  const label = isBlocked ? t('desk.calls.blocked') : t('desk.calls');

  return (
    <Popover width={290} position="bottom-end" trapFocus withRoles>
      <Indicator disabled={!isBlocked} color="wait" size={9} offset={6}>
        <Popover.Target>
          <ActionIcon variant="default" h={46} w={40} aria-label={label} title={label}>
            {isSilent ? (
              <IconBellOff size={20} stroke={1.6} />
            ) : (
              <IconBell size={20} stroke={1.6} />
            )}
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t('desk.calls')}>
        <Stack gap="sm">
          <Switch
            label={t('desk.calls.newChat')}
            checked={settings.newChat}
            onChange={(event) => changeSettings({ newChat: event.currentTarget.checked })}
          />
          <Switch
            label={t('desk.calls.newMessage')}
            checked={settings.newMessage}
            onChange={(event) => changeSettings({ newMessage: event.currentTarget.checked })}
          />
          <Text size="sm">{t('desk.calls.volume')}</Text>
          <Slider
            thumbLabel={t('desk.calls.volume')}
            min={0}
            max={100}
            step={5}
            label={null}
            value={Math.round(settings.volume * 100)}
            onChange={(percent) => changeSettings({ volume: percent / 100 })}
            onChangeEnd={(percent) => playSound('message', percent / 100)}
          />
          <Button variant="default" onClick={() => playSound('chat', settings.volume)}>
            {t('desk.calls.try')}
          </Button>
          {permission === 'default' && (
            <Button
              variant="default"
              onClick={async () => setPermission(await askDesktopPermission())}
            >
              {t('desk.calls.allowDesktop')}
            </Button>
          )}
          {permission === 'granted' && (
            <Switch
              label={t('desk.calls.desktop')}
              checked={settings.desktop}
              onChange={(event) => changeSettings({ desktop: event.currentTarget.checked })}
            />
          )}
          {permission === 'denied' && (
            <Text size="sm" c="dimmed">
              {t('desk.calls.denied')}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
