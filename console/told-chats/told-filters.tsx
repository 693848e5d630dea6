import { Button, Collapse, NativeSelect, TextInput, useMatches } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { SearchField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { type Days, daysOf } from './days.ts';
import { ScopeChoice } from './scope-choice.tsx';
import styles from './told-filters.module.css';
import type { ToldFiltersProps } from './told-filters-props.ts';
import { clearNarrowing, countFrame, countNarrowing, periodName } from './told-search.ts';
import { WhichFilters } from './which-filters.tsx';

/** Whose chats, with which words, when; and behind a button, all else that narrows. */
export function ToldFilters({ children, ...props }: ToldFiltersProps) {
  const { search, onChange } = props;
  const t = useText();
  const isNarrow = useMatches({ base: true, sm: false });
  const count = countNarrowing(search) + (isNarrow ? countFrame(search) : 0);
  const [isOpen, setOpen] = useState(count > 0);
  const id = useId();

  return (
    <search className={styles.filters}>
      <div className={styles.usual}>
        <SearchField
          className={styles.search}
          label={t('told.search')}
          placeholder={t('told.search.hint')}
          value={search.q}
          onChange={(q) => onChange({ ...search, q })}
        />
        {!isNarrow && <FrameFields {...props} />}
      </div>
      <div className={styles.acts}>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconAdjustmentsHorizontal aria-hidden size={18} stroke={1.6} />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {count === 0 ? t('told.filters') : t('told.filters.set', { count })}
        </Button>
        {(count > 0 || search.q !== undefined) && (
          <Button variant="subtle" size="sm" onClick={() => onChange(clearNarrowing(search))}>
            {t('told.clear')}
          </Button>
        )}
        {children}
      </div>
      <Collapse expanded={isOpen} id={id} transitionDuration={0}>
        {isNarrow && (
          <div className={styles.frame}>
            <FrameFields {...props} />
          </div>
        )}
        <WhichFilters {...props} />
      </Collapse>
    </search>
  );
}

/** Whose chats, and when: behind the button too, where there is no room. */
function FrameFields(props: ToldFiltersProps) {
  return (
    <>
      <ScopeChoice {...props} />
      <PeriodFields {...props} />
    </>
  );
}

/** A span by name, or its days one by one. */
function PeriodFields({ search, usual, today, onChange }: ToldFiltersProps) {
  const t = useText();
  const days = daysOf(search, usual, today);
  const isOwn = search.from !== undefined || search.to !== undefined;
  const change = ({ from, to }: Days) =>
    onChange({ ...search, period: undefined, from: from || undefined, to: to || undefined });

  return (
    <>
      <NativeSelect
        label={t('told.period')}
        data={[
          ...[...periodName.values].map((value) => ({
            value: String(value),
            label: t(`told.period.${value}`),
          })),
          ...(isOwn ? [{ value: 'own', label: t('told.period.own') }] : []),
        ]}
        value={isOwn ? 'own' : (search.period ?? usual)}
        onChange={(event) => {
          const period = periodName.safeParse(event.currentTarget.value).data;
          if (period) onChange({ ...search, period, from: undefined, to: undefined });
        }}
      />
      <TextInput
        type="date"
        label={t('told.from')}
        max={days.to}
        value={days.from ?? ''}
        onChange={(event) => change({ ...days, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('told.to')}
        min={days.from}
        value={days.to ?? ''}
        onChange={(event) => change({ ...days, to: event.currentTarget.value })}
      />
    </>
  );
}
