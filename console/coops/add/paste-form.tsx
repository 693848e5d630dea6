import { Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type CoopCandidate, findCoopCandidates } from '#protocol/coop-accounts.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, sentenceFor } from '../../platform/notify/index.ts';
import { Refusal } from '../../session/refusal.tsx';
import { useCoop } from '../use-coop.ts';
import { MOST_CHOSEN } from './chosen.ts';
import styles from './paste-form.module.css';
import { usernamesIn } from './usernames-in.ts';

interface PasteFormProps {
  readonly onClose: () => void;
  readonly onFound: (candidates: readonly CoopCandidate[]) => void;
}

/** Closes by itself when all are found; else it says who is not, and why. */
export function PasteForm({ onClose, onFound }: PasteFormProps) {
  const t = useText();
  const { id: coopId } = useCoop();
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const finding = useMutation({
    mutationFn: (usernames: string[]) =>
      call(findCoopCandidates, { params: { coopId }, body: { usernames } }),
    onSuccess: ({ found, refused }) => {
      onFound(found);
      if (refused.length > 0) return;
      notify(t('coops.paste.found', { count: found.length }));
      onClose();
    },
  });
  const refuse = (sentence: string) => {
    setFault(sentence);
    field.current?.focus();
  };
  const find = () => {
    const usernames = usernamesIn(typed);
    if (usernames.length === 0) return refuse(t('coops.paste.need'));
    if (usernames.length > MOST_CHOSEN) {
      return refuse(t('coops.paste.tooMany', { most: MOST_CHOSEN, count: usernames.length }));
    }
    finding.mutate(usernames);
  };
  const { found = [], refused = [] } = finding.data ?? {};

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <Stack gap="md">
        <Textarea
          ref={field}
          data-autofocus
          label={t('coops.paste.field')}
          description={t('coops.paste.hint')}
          error={fault}
          autosize
          minRows={5}
          maxRows={12}
          spellCheck={false}
          autoCapitalize="none"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setFault(null);
          }}
        />
        <Refusal text={finding.error ? sentenceFor(t, finding.error) : null} />
        <div role="status">
          {refused.length > 0 && (
            <>
              <Text fw={600}>{t('coops.paste.found', { count: found.length })}</Text>
              <Text mt="xs">{t('coops.paste.refused', { count: refused.length })}</Text>
              <List className={styles.refused} size="sm">
                {refused.map(({ username, reason }) => (
                  <List.Item key={username}>
                    <strong>{username}</strong>: {t(`coops.paste.${reason}`)}
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(refused.length > 0 ? 'shell.close' : 'shell.cancel')}
          </Button>
          <Button type="submit" loading={finding.isPending}>
            {t('coops.paste.find')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
