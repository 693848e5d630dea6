import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PolicyPage } from '#protocol/policies.ts';
import { YesNoQuestion } from '../../accounts/yes-no-question.tsx';
import { isProblem } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { useFaultFocus } from '../../platform/use-fault-focus.ts';
import { Refusal } from '../../session/refusal.tsx';
import { policyQuery } from '../queries.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { type Draft, draftOf, isSound, keepDraft, readDraft, withoutUnused } from './draft.ts';
import styles from './edit.module.css';
import { OwnerField } from './owner-field.tsx';
import { ReviewField } from './review-field.tsx';
import { SectionsField } from './sections-field.tsx';
import { SnippetsField } from './snippets-field.tsx';
import { useSavePolicy } from './use-save-policy.ts';

interface EditTabProps {
  readonly page: PolicyPage;
  readonly onDone: () => void;
}

/**
 * The editor. What is typed is kept in the browser until it is saved or discarded, also when somebody
 * else has saved the page meanwhile: then both are still there.
 */
export function EditTab({ page, onDone }: EditTabProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const { institutionId, mayChooseOwner } = page;
  const begin = () => draftOf(page, (topic) => t(`policies.topic.${topic}`));
  const [draft, setDraft] = useState<Draft>(() => readDraft(institutionId) ?? begin());
  const [isChanged, setChanged] = useState(() => readDraft(institutionId) !== null);
  const [faultyAt, setFaultyAt] = useState(0);
  const [isDiscarding, setDiscarding] = useState(false);
  const form = useFaultFocus(faultyAt > 0 ? { faultyAt } : null);
  const { saving } = useSavePolicy(institutionId);
  const isOutdated = draft.version !== page.version;
  const isRefused = isProblem(saving.error, 'conflict');

  // Who was faster has to be known before anything can be decided.
  useEffect(() => {
    if (isRefused) void queryClient.invalidateQueries(policyQuery(institutionId));
  }, [isRefused, queryClient, institutionId]);

  const latest = useRef(draft);
  const write = (change: (now: Draft) => Partial<Draft>) => {
    latest.current = { ...latest.current, ...change(latest.current) };
    setDraft(latest.current);
    setChanged(true);
    keepDraft(institutionId, latest.current);
  };

  const forget = (next: Draft) => {
    keepDraft(institutionId, null);
    setChanged(false);
    latest.current = next;
    setDraft(next);
    setFaultyAt(0);
    saving.reset();
  };

  const save = (version: number) => {
    const whole = withoutUnused(draft);
    if (!isSound(whole)) {
      setFaultyAt((times) => times + 1);
      return;
    }
    saving.mutate(
      { draft: { ...whole, version }, mayChooseOwner },
      {
        onSuccess: () => {
          keepDraft(institutionId, null);
          onDone();
        },
      },
    );
  };

  const shows = { draft, isTried: faultyAt > 0, onChange: write };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOutdated) save(draft.version);
      }}
    >
      {isOutdated && (
        <ConflictNotice
          page={page}
          isPending={saving.isPending}
          onMine={() => save(page.version)}
          onTheirs={() => forget(begin())}
        />
      )}
      <div className={styles.keeping}>
        {mayChooseOwner && <OwnerField {...shows} institutionId={institutionId} />}
        <ReviewField {...shows} />
      </div>
      <SectionsField {...shows} />
      <SnippetsField {...shows} />
      <div className={styles.bar}>
        <Refusal text={saving.error && !isRefused ? sentenceFor(t, saving.error) : null} />
        <Group justify="flex-end">
          {isChanged && (
            <>
              <Text size="sm" c="dimmed" className={styles.unsaved}>
                {t('policies.edit.unsaved')}
              </Text>
              <Button variant="default" onClick={() => setDiscarding(true)}>
                {t('policies.edit.discard')}
              </Button>
            </>
          )}
          <Button type="submit" loading={saving.isPending} disabled={isOutdated}>
            {t('policies.edit.save')}
          </Button>
        </Group>
      </div>
      {isDiscarding && (
        <YesNoQuestion
          title={t('policies.edit.discard.title')}
          isPending={false}
          trouble={null}
          onYes={() => {
            setDiscarding(false);
            forget(begin());
          }}
          onNo={() => setDiscarding(false)}
        >
          {t('policies.edit.discard.text')}
        </YesNoQuestion>
      )}
    </form>
  );
}
