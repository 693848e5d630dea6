import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { institutionsQuery } from '../institutions/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import type { ToldFiltersProps } from './told-filters-props.ts';

const MINE = 'mine';

/** All that the reader can see here, or what they answered; the owner looks at one library after the other. */
export function ScopeChoice({ place, search, onChange }: ToldFiltersProps) {
  const t = useText();
  const { role, institutionId } = useSession();
  const { data } = useQuery(institutionsQuery);
  const own = data?.items.find(({ id }) => id === institutionId)?.name ?? t('told.scope.home');
  const others = role === 'owner' ? (data?.items ?? []) : [];
  const whole =
    place.kind === 'coop'
      ? [{ value: '', label: place.coop.name }]
      : [
          { value: '', label: own },
          ...others
            .filter(({ id }) => id !== institutionId)
            .map(({ id, name }) => ({ value: id, label: name })),
        ];

  return (
    <NativeSelect
      label={t('told.scope')}
      data={[...whole, { value: MINE, label: t('told.scope.mine') }]}
      value={search.scope ?? search.of ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const isMine = value === MINE;
        onChange({
          ...search,
          scope: isMine ? MINE : undefined,
          of: isMine || value === '' ? undefined : value,
        });
      }}
    />
  );
}
