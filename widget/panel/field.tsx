import type { ComponentChildren } from 'preact';
import { useVoice } from './voice.ts';

interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  fault: string | null;
  optional?: boolean;
  children: ComponentChildren;
}

/** A label, the control, what helps, and what is wrong; the control names `${id}-about` as its description. */
export function Field({ id, label, hint, fault, optional, children }: FieldProps) {
  const { t } = useVoice();
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="optional">{t('optional')}</span>}
      </label>
      {children}
      <p id={`${id}-about`} class={fault ? 'fault' : 'hint'}>
        {fault ?? hint}
      </p>
    </div>
  );
}

/** What every control in a Field needs. */
export function fieldAttributes(id: string, fault: string | null) {
  return { id, 'aria-describedby': `${id}-about`, 'aria-invalid': fault !== null };
}
