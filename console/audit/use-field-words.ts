import { useCallback } from 'react';
import { useText } from '../platform/i18n/index.ts';
import type { ChangedField } from './changed-fields.ts';

/** Says what became of a field: `Law → Law desk`, `added: Chat`. */
export function useFieldWords(): (field: ChangedField) => string {
  const t = useText();

  return useCallback(
    (field) => {
      const say = (value: unknown): string => {
        if (value === true) return t('audit.yes');
        if (value === false) return t('audit.no');
        if (value === undefined || value === null || value === '') return t('audit.none');
        return typeof value === 'object' ? JSON.stringify(value) : String(value);
      };
      if ('added' in field) {
        const came = field.added.length > 0 && t('audit.added', { items: field.added.join(', ') });
        const went = field.taken.length > 0 && t('audit.taken', { items: field.taken.join(', ') });
        return [came, went].filter(Boolean).join(' · ');
      }
      if ('value' in field) return say(field.value);
      return t('audit.becomes', { before: say(field.before), after: say(field.after) });
    },
    [t],
  );
}
