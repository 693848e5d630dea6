import type { Sitting } from '#protocol/contribution.ts';
import { durationWords } from '../desk/durations.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import figure from '../statistics/figure.module.css';
import { WideTable } from '../statistics/wide-table.tsx';

/** Each time at the desk, latest first. */
export function SittingsTable({ sittings }: { readonly sittings: readonly Sitting[] }) {
  const t = useText();
  const dates = useDates();
  const title = t('activity.sittings');

  return (
    <section>
      <h2 className={figure.heading}>{title}</h2>
      <WideTable title={title}>
        <table className={figure.table}>
          <thead>
            <tr>
              <th scope="col">{t('activity.began')}</th>
              <th scope="col">{t('activity.ended')}</th>
              <th scope="col">{t('activity.time')}</th>
              <th scope="col">{t('activity.taken')}</th>
            </tr>
          </thead>
          <tbody>
            {sittings.map(({ beganAt, endedAt, minutes, chats }) => (
              <tr key={beganAt}>
                <th scope="row">{dates.moment(beganAt)}</th>
                <td>{endedAt === null ? t('activity.now') : dates.moment(endedAt)}</td>
                <td>{durationWords(t, minutes * 60)}</td>
                <td>{chats}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}
