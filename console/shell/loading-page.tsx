import { Center, Loader } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';

export function LoadingPage() {
  const t = useText();

  return (
    <Center h="100%" mih="50vh" role="status">
      <Loader aria-label={t('shell.loading')} type="dots" />
    </Center>
  );
}
