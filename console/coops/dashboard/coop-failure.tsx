import type { ErrorComponentProps } from '@tanstack/react-router';
import { isProblem } from '../../platform/api/index.ts';
import { FailurePage } from '../../shell/failure-page.tsx';
import { CoopGone } from './coop-gone.tsx';

/** In place of a dashboard that could not be read: most often because the reader has no level in the co-op. */
export function CoopFailure(props: ErrorComponentProps) {
  // What is no id leads nowhere either.
  if (isProblem(props.error, 'not_found', 'malformed')) return <CoopGone />;
  return <FailurePage {...props} />;
}
