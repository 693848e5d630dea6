import { Radio, Stack } from '@mantine/core';
import { type Institution, operatorsSee } from '#protocol/institutions.ts';
import { useText } from '../platform/i18n/index.ts';

interface OperatorsSeeFieldProps {
  readonly value: Institution['operatorsSee'];
  readonly onChange: (value: Institution['operatorsSee']) => void;
}

/** What the library's operators may read of their patrons' chats. */
export function OperatorsSeeField({ value, onChange }: OperatorsSeeFieldProps) {
  const t = useText();

  return (
    <Radio.Group
      label={t('libraries.see')}
      value={value}
      onChange={(chosen) => {
        const parsed = operatorsSee.safeParse(chosen);
        if (parsed.success) onChange(parsed.data);
      }}
    >
      <Stack gap="sm" mt="xs">
        {[...operatorsSee.values].map((choice) => (
          <Radio
            key={choice}
            value={choice}
            label={t(`libraries.see.${choice}`)}
            description={t(`libraries.see.${choice}.means`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
