import { Input, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';

const SCHEMES = ['light', 'dark', 'auto'] as const;

export function SchemeChoice() {
  const t = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  return (
    <Input.Wrapper label={t('shell.account.scheme')} labelElement="div">
      <SegmentedControl
        fullWidth
        mt={4}
        aria-label={t('shell.account.scheme')}
        transitionDuration={0}
        data={SCHEMES.map((value) => ({ value, label: t(`shell.scheme.${value}`) }))}
        value={colorScheme}
        onChange={setColorScheme}
      />
    </Input.Wrapper>
  );
}
