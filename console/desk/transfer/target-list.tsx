import { Radio, Text } from '@mantine/core';
import { type Translate, useText } from '../../platform/i18n/index.ts';
import { mayChoose, type Target } from './targets.ts';
import styles from './transfer.module.css';

interface TargetListProps {
  readonly targets: readonly Target[];
  readonly libraryName: string;
  readonly isLoading: boolean;
  readonly isFailed: boolean;
  readonly isSearch: boolean;
}

const KINDS = ['person', 'queue', 'coop'] as const;

/** Places to choose from, by kind; who is there stands first, with state and load. */
export function TargetList({ targets, libraryName, ...list }: TargetListProps) {
  const t = useText();
  if (list.isLoading) return <p className={styles.empty}>{t('transfer.loading')}</p>;
  if (list.isFailed) return <p className={styles.empty}>{t('transfer.failed')}</p>;
  if (targets.length === 0) {
    const words = list.isSearch ? 'transfer.notFound' : 'transfer.nowhere';
    return <p className={styles.empty}>{t(words, { library: libraryName })}</p>;
  }
  return (
    <div className={styles.list}>
      {KINDS.map((kind) => {
        const ofKind = targets.filter((target) => target.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} aria-label={t(`transfer.kind.${kind}`)}>
            <h3 className={styles.kind}>{t(`transfer.kind.${kind}`)}</h3>
            {ofKind.map((target) => (
              <Radio
                key={target.value}
                value={target.value}
                disabled={!mayChoose(target)}
                className={styles.target ?? ''}
                label={nameOf(target)}
                description={
                  <Text span size="sm" inherit>
                    {factsOf(target, libraryName, t)}
                  </Text>
                }
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function nameOf(target: Target): string {
  switch (target.kind) {
    case 'person':
      return target.person.displayName;
    case 'queue':
      return target.queue.name;
    case 'coop':
      return target.coop.name;
  }
}

function factsOf(target: Target, libraryName: string, t: Translate): string {
  switch (target.kind) {
    case 'person': {
      const { institutionName, state, openChats, maxChats } = target.person;
      const load = t('desk.load', { open: openChats, count: maxChats });
      return `${institutionName} · ${t(`desk.state.${state}`)} · ${load}`;
    }
    case 'queue':
      return `${target.queue.ownerName} · ${t(presence(target.queue.isOnline))}`;
    case 'coop':
      if (!target.coop.isCovered) return t('transfer.notCovered', { library: libraryName });
      return t(presence(target.coop.isOnline));
  }
}

function presence(isOnline: boolean) {
  return isOnline ? 'transfer.online' : 'transfer.offline';
}
