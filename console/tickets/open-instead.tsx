import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n/index.ts';
import { waitingQuery } from './queries.ts';

/** Where nothing is new, what waits all the same: nobody looks for it among the open ones. */
export function OpenInstead({ onShow }: { readonly onShow: () => void }) {
  const t = useText();
  const { data } = useQuery(waitingQuery);
  const count = data?.count ?? 0;
  if (count === 0) return null;

  return (
    <>
      <Text>{t('tickets.empty.new.open', { count })}</Text>
      <Button variant="light" onClick={onShow}>
        {t('tickets.empty.new.show')}
      </Button>
    </>
  );
}
