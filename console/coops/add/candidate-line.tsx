import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { CoopCandidate } from '#protocol/coop-accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from '../accounts/people-table.module.css';
import { PersonCell } from '../accounts/person-cell.tsx';

interface CandidateLineProps {
  readonly candidate: CoopCandidate;
  readonly index: number;
  readonly top: number;
  readonly isTicked: boolean;
  readonly onTick: (candidate: CoopCandidate, reach: boolean) => void;
  readonly measure: (row: HTMLElement | null) => void;
}

/** Drawn anew only when something of it has changed: a list that scrolls draws many. */
export const CandidateLine = memo(function CandidateLine(props: CandidateLineProps) {
  const t = useText();
  const { candidate, index, top, isTicked, onTick, measure } = props;

  return (
    <tr
      className={styles.line}
      style={{ transform: `translateY(${top}px)` }}
      ref={measure}
      data-index={index}
      data-ticked={isTicked || undefined}
      // The heading is the first.
      aria-rowindex={index + 2}
    >
      <td className={styles.tick}>
        <Checkbox
          aria-label={t('coops.add.select', { username: candidate.username })}
          checked={isTicked}
          onChange={({ nativeEvent }) =>
            onTick(candidate, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      </td>
      <PersonCell person={candidate} />
      <td className={styles.institution}>{candidate.institutionName}</td>
    </tr>
  );
});
