import { Checkbox, SegmentedControl, Stack, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { FindField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { findPeople, type Person } from './find-people.ts';
import styles from './members-list.module.css';
import type { Thing, ThingKind } from './thing.ts';
import { useMembership } from './use-membership.ts';

/** Pixels of a row. */
const ROW = 52;
const SHOWN = ['all', 'members'] as const;

interface MembersListProps {
  readonly kind: ThingKind;
  readonly thing: Thing;
  readonly people: readonly Person[];
}

/** Everybody who could be in it, a tick each. Only those in sight are drawn: there may be thousands. */
export function MembersList({ kind, thing, people }: MembersListProps) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const { isMember, toggle } = useMembership(kind, thing);
  const found = findPeople(people, {
    thing,
    typed,
    isMember: shown === 'members' ? isMember : null,
  });
  const rows = useVirtualizer({
    count: found.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    overscan: 8,
  });

  return (
    <Stack gap="sm" className={styles.all}>
      <FindField
        data-autofocus
        label={t('things.searchPeople')}
        value={typed}
        onChange={setTyped}
      />
      <SegmentedControl
        aria-label={t('things.show')}
        transitionDuration={0}
        data={SHOWN.map((value) => ({ value, label: t(`things.show.${value}`) }))}
        value={shown}
        onChange={setShown}
      />
      <Text size="sm" c="dimmed" role="status">
        {t('things.people', { count: found.length })}
      </Text>
      <div ref={list} className={styles.list}>
        <div style={{ height: rows.getTotalSize() }} className={styles.rows}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const person = found[index];
            if (!person) return null;
            return (
              <div
                key={person.accountId}
                className={styles.row}
                style={{ height: ROW, transform: `translateY(${start}px)` }}
              >
                <Checkbox
                  label={person.displayName}
                  description={`${person.username} · ${person.institutionName}`}
                  checked={isMember(person.accountId)}
                  disabled={!person.mayEdit || (kind.isQueue && !thing.mayEdit)}
                  onChange={() => toggle(person)}
                />
              </div>
            );
          })}
        </div>
      </div>
    </Stack>
  );
}
