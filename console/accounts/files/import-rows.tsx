import type { ImportRow } from '#protocol/account-files.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useLongList } from '../../platform/long-list/index.ts';
import styles from './import-report.module.css';
import { sayNote } from './say-note.ts';

/** Pixels of a usual row, until it is measured. */
const ROW_HEIGHT = 41;

export function ImportRows({ rows }: { rows: readonly ImportRow[] }) {
  const t = useText();
  const list = useLongList<HTMLTableSectionElement>(rows.length, ROW_HEIGHT);

  return (
    <table
      className={styles.table}
      aria-label={t('accounts.import.report')}
      aria-rowcount={rows.length + 1}
    >
      <thead>
        <tr className={styles.row} aria-rowindex={1}>
          <th scope="col">{t('accounts.import.line')}</th>
          <th scope="col">{t('accounts.import.what')}</th>
          <th scope="col">{t('accounts.username')}</th>
          <th scope="col">{t('accounts.import.notes')}</th>
        </tr>
      </thead>
      <tbody ref={list.body} style={{ height: list.height }}>
        {list.rows.map(({ index, top }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <tr
              key={row.line}
              className={styles.row}
              style={{ transform: `translateY(${top}px)` }}
              ref={list.measure}
              data-index={index}
              aria-rowindex={index + 2}
            >
              <th scope="row" className={styles.line}>
                {row.line}
              </th>
              <td>
                <span className={styles.what} data-what={row.what}>
                  {t(`accounts.import.row.${row.what}`)}
                </span>
              </td>
              <td className={styles.username}>{row.username}</td>
              <td>{row.notes.map((told) => sayNote(t, told)).join(' ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
