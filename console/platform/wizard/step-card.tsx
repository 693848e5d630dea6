import { Paper } from '@mantine/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import styles from './step-card.module.css';

interface StepCardProps {
  readonly step: string;
  readonly title: string;
  readonly explains: string;
  readonly fieldsRef: Ref<HTMLFieldSetElement>;
  readonly children: ReactNode;
  /** Troubles, and the buttons that go on and back. */
  readonly foot: ReactNode;
  readonly onSubmit: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** One step of several: what it is about, its fields, and the way on. */
export function StepCard(props: StepCardProps) {
  const { step, title, explains, fieldsRef, children, foot, onSubmit, onKeyDown } = props;

  return (
    <Paper
      component="form"
      className={styles.card}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset className={styles.fields} key={step} ref={fieldsRef}>
        <legend className={styles.legend} tabIndex={-1}>
          {title}
        </legend>
        <p className={styles.explains}>{explains}</p>
        {children}
      </fieldset>
      {foot}
    </Paper>
  );
}
