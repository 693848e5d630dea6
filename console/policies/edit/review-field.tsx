import { TextInput } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import type { DraftField } from './draft.ts';

/** The day by which somebody looks the page through. */
export function ReviewField({ draft, onChange }: DraftField) {
  const t = useText();

  return (
    <TextInput
      type="date"
      label={t('policies.edit.review')}
      description={t('policies.edit.review.hint')}
      value={draft.reviewBy ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange(() => ({ reviewBy: value === '' ? null : value }));
      }}
    />
  );
}
