import { Checkbox } from '@mantine/core';
import type { CoopCandidate } from '#protocol/coop-accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useLongList, useReadAhead } from '../../platform/long-list/index.ts';
import styles from '../accounts/people-table.module.css';
import { CandidateLine } from './candidate-line.tsx';
import type { Choosing } from './use-chosen.ts';

/** Pixels of a line on a wide page. */
const LINE_HEIGHT = 57;

interface CandidatesTableProps {
  readonly candidates: readonly CoopCandidate[];
  /** Of all pages together. */
  readonly total: number;
  readonly chosen: Choosing;
  readonly onNearEnd: () => void;
}

export function CandidatesTable({ candidates, total, chosen, onNearEnd }: CandidatesTableProps) {
  const t = useText();
  const list = useLongList<HTMLTableSectionElement>(candidates.length, LINE_HEIGHT);
  useReadAhead(list, candidates.length, onNearEnd);
  const isTicked = ({ accountId }: CoopCandidate) => chosen.chosen.has(accountId);

  return (
    <table
      className={styles.table}
      data-candidates
      aria-rowcount={total + 1}
      aria-label={t('coops.add.table')}
    >
      <thead>
        <tr className={styles.head} aria-rowindex={1}>
          <th scope="col">
            <Checkbox
              aria-label={t('coops.add.selectAll')}
              checked={chosen.isWhole}
              indeterminate={!chosen.isWhole && candidates.some(isTicked)}
              onChange={chosen.tickAll}
            />
          </th>
          <th scope="col">{t('coops.accounts.name')}</th>
          <th scope="col">{t('coops.accounts.institution')}</th>
        </tr>
      </thead>
      <tbody ref={list.body} style={{ height: list.height }}>
        {list.rows.map(({ index, top }) => {
          const candidate = candidates[index];
          if (!candidate) return null;
          return (
            <CandidateLine
              key={candidate.accountId}
              candidate={candidate}
              index={index}
              top={top}
              isTicked={isTicked(candidate)}
              onTick={chosen.tick}
              measure={list.measure}
            />
          );
        })}
      </tbody>
    </table>
  );
}
