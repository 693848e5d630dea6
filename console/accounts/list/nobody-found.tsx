import { Button } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { isNarrowed, type UsersSearch } from '../users-search.ts';

interface NobodyFoundProps {
  readonly search: UsersSearch;
  readonly onClear: () => void;
}

/** In place of an empty list: why it is empty, and what to do about it. */
export function NobodyFound({ search, onClear }: NobodyFoundProps) {
  const t = useText();
  const { q, state } = search;

  if (!isNarrowed(search)) {
    return <EmptyNotice title={t('accounts.empty.title')} text={t('accounts.empty.text')} />;
  }
  const isBin = state === 'deleted' && q === undefined;
  return (
    <EmptyNotice
      title={isBin ? t('accounts.empty.deleted') : t('accounts.empty.found')}
      text={isBin ? t('accounts.empty.deletedText') : t('accounts.empty.foundText')}
    >
      <Button variant="default" onClick={onClear}>
        {t('accounts.filter.clear')}
      </Button>
    </EmptyNotice>
  );
}
