import type { ErrorComponentProps } from '@tanstack/react-router';
import { FailurePage } from './failure-page.tsx';
import { LoadingPage } from './loading-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

// The same notices where no shell is around them to bring the `main` landmark.

export function AloneFailurePage(props: ErrorComponentProps) {
  return (
    <main>
      <FailurePage {...props} />
    </main>
  );
}

export function AloneLoadingPage() {
  return (
    <main>
      <LoadingPage />
    </main>
  );
}

export function AloneNotFoundPage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  );
}
