import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addPolicySecret,
  deletePolicySecret,
  type PolicySecret,
  replacePolicySecret,
} from '#protocol/policy-secrets.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify } from '../../platform/notify/index.ts';
import { POLICIES_KEY } from '../queries.ts';

export interface WrittenSecret {
  readonly label: string;
  readonly username: string;
  readonly secret: string;
  readonly note: string;
}

/** Adds, replaces and deletes credentials. What was written leaves the cache of calls with the form. */
export function useSecretActs(institutionId: string) {
  const t = useText();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: POLICIES_KEY });

  const adding = useMutation({
    mutationFn: (written: WrittenSecret) =>
      call(addPolicySecret, { params: { institutionId }, body: written }),
    onSuccess: ({ label }) => notify(t('policies.secrets.kept', { label })),
    onSettled,
    gcTime: 0,
  });
  const replacing = useMutation({
    mutationFn: ({ id, written }: { id: string; written: WrittenSecret }) =>
      call(replacePolicySecret, { params: { institutionId, secretId: id }, body: written }),
    onSuccess: ({ label }) => notify(t('policies.secrets.replaced', { label })),
    onSettled,
    gcTime: 0,
  });
  const deleting = useMutation({
    mutationFn: ({ id }: PolicySecret) =>
      call(deletePolicySecret, { params: { institutionId, secretId: id } }),
    onSuccess: (_, { label }) => notify(t('policies.secrets.deleted', { label })),
    onSettled,
  });
  return { adding, replacing, deleting };
}
