import type { Level, LevelTable } from '#protocol/levels.ts';
import { levelAct } from '#protocol/levels.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './levels-page.module.css';
import { useReachWords } from './use-reach-words.ts';

interface LevelsTableProps {
  readonly table: LevelTable;
  /** The reader’s own; null for the owner of the installation. */
  readonly own: Level | null;
}

/** What may be done, by level. On phones a level after the other. */
export function LevelsTable({ table, own }: LevelsTableProps) {
  const t = useText();
  const sayReach = useReachWords();

  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('coops.levels.act')}</th>
          {table.map(({ level }) => (
            <th key={level} scope="col" data-own={level === own || undefined}>
              {t(`coops.level.${level}`)}
              {level === own && <span className={styles.own}>{t('coops.levels.own')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...levelAct.values].map((act) => (
          <tr key={act}>
            <th scope="row">{t(`coops.act.${act}`)}</th>
            {table.map((row) => (
              <td
                key={row.level}
                data-level={t(`coops.level.${row.level}`)}
                data-none={row.reach[act] === 'none' || undefined}
                data-own={row.level === own || undefined}
              >
                {sayReach(row, act)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
