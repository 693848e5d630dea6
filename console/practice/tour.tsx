import { Button, Group } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { PracticeChoice } from './practice-choice.tsx';
import styles from './tour.module.css';
import { TOUR_STEPS, type TourStep } from './tour-steps.ts';
import { type Beside, findPlace, usePlace } from './use-place.ts';

interface TourProps {
  /** Seen to its end, or skipped. */
  readonly onEnd: () => void;
}

/**
 * A card that goes from part to part of the desk, which stays at work meanwhile. The button that goes on
 * keeps the keyboard; the words are read out as they change.
 */
export function Tour({ onEnd }: TourProps) {
  const t = useText();
  const [steps] = useState(() => TOUR_STEPS.filter(isOnPage));
  const [position, setPosition] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const forward = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const step = steps[position];
  const beside = usePlace(step?.places ?? NOWHERE, card);
  const isLast = position === steps.length - 1;

  useEffect(() => forward.current?.focus(), []);

  if (!step) return null;
  const goBack = () => setPosition((now) => Math.max(0, now - 1));
  const goOn = () => {
    if (isLast) onEnd();
    else setPosition((now) => now + 1);
  };
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEnd();
    else if (event.key === 'ArrowLeft') goBack();
    else if (event.key === 'ArrowRight' && !isLast) goOn();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={card}
      className={styles.card}
      data-beside={beside !== null || undefined}
      style={beside ? styleOf(beside) : undefined}
      role="dialog"
      aria-labelledby={titleId}
      onKeyDown={steer}
    >
      <div aria-live="polite">
        <p className={styles.count}>
          {t('practice.tour.step', { step: position + 1, count: steps.length })}
        </p>
        <h2 className={styles.title} id={titleId}>
          {t(`practice.tour.${step.name}`)}
        </h2>
        <p className={styles.words}>{t(`practice.tour.${step.name}.words`)}</p>
      </div>
      {isLast && <PracticeChoice onBegun={onEnd} />}
      <Group justify="space-between" mt="md">
        {!isLast && (
          <Button variant="subtle" size="sm" onClick={onEnd}>
            {t('practice.tour.skip')}
          </Button>
        )}
        <Group gap="xs" ml="auto">
          {position > 0 && (
            <Button variant="default" size="sm" onClick={goBack}>
              {t('practice.tour.back')}
            </Button>
          )}
          <Button ref={forward} size="sm" onClick={goOn}>
            {t(isLast ? 'practice.tour.end' : 'practice.tour.next')}
          </Button>
        </Group>
      </Group>
    </div>
  );
}

const NOWHERE = [] as const;

/** A phone has no keys to list. */
function isOnPage({ places }: TourStep): boolean {
  return places.length === 0 || findPlace(places) !== undefined;
}

/** As variables: a phone has a place of its own for the card. */
function styleOf({ left, top }: Beside): CSSProperties {
  return { '--beside-left': `${left}px`, '--beside-top': `${top}px` } as CSSProperties;
}
