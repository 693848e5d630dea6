import type { IconProps } from '@tabler/icons-react';
import {
  IconCircleDashed,
  IconCircleFilled,
  IconCircleMinus,
  IconMoonFilled,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { OperatorState } from '#protocol/presence.ts';
import styles from './state-mark.module.css';

/** A shape each, so that no colour has to be told from another. */
const SHAPES: Readonly<Record<OperatorState, ComponentType<IconProps>>> = {
  available: IconCircleFilled,
  busy: IconCircleMinus,
  away: IconMoonFilled,
  invisible: IconCircleDashed,
};

export function StateMark({ state }: { readonly state: OperatorState }) {
  const Shape = SHAPES[state];
  return <Shape aria-hidden size={state === 'available' ? 10 : 14} className={styles[state]} />;
}
