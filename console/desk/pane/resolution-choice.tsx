import { Kbd } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Resolution } from '#protocol/events.ts';
import { useText } from '../../platform/i18n/index.ts';
import { RESOLUTIONS } from '../follow-up.ts';
import styles from './closing-bar.module.css';

interface ResolutionChoiceProps {
  readonly label: string;
  readonly value: Resolution | null;
  readonly onChoose: (resolution: Resolution) => void;
  /** Enter on the one that is chosen. */
  readonly onConfirm: () => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** How it ended: a radio group whose keys are 1 to 5, arrows and Enter. */
export function ResolutionChoice({ label, value, onChoose, onConfirm }: ResolutionChoiceProps) {
  const t = useText();

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, resolution: Resolution) => {
    const step = STEPS[event.key];
    if (event.key === 'Enter' && resolution === value) {
      event.preventDefault();
      onConfirm();
    }
    if (step === undefined) return;
    event.preventDefault();
    const at = RESOLUTIONS.indexOf(resolution) + step + RESOLUTIONS.length;
    const next = RESOLUTIONS[at % RESOLUTIONS.length];
    const group = event.currentTarget.parentElement;
    // Moving is not choosing: a follow-up opens fields that would take the focus away.
    if (next) group?.querySelector<HTMLElement>(`[data-resolution="${next}"]`)?.focus();
  };

  return (
    <div className={styles.choice} role="radiogroup" aria-label={label}>
      {RESOLUTIONS.map((resolution, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input chooses with each arrow
        <button
          key={resolution}
          type="button"
          role="radio"
          aria-checked={resolution === value}
          aria-keyshortcuts={String(index + 1)}
          data-resolution={resolution}
          className={styles.option}
          tabIndex={resolution === (value ?? 'answered') ? 0 : -1}
          onClick={() => onChoose(resolution)}
          onKeyDown={(event) => onKeyDown(event, resolution)}
        >
          <Kbd aria-hidden className={styles.key}>
            {index + 1}
          </Kbd>
          {t(`closing.as.${resolution}`)}
        </button>
      ))}
    </div>
  );
}
