import { lazy, Suspense } from 'react';

const Shown = lazy(async () => {
  // Without this code there are no notices, which is no reason to be without the page.
  const loaded = await import('./shown-notices.tsx').catch(() => null);
  return { default: loaded?.ShownNotices ?? Nothing };
});

function Nothing() {
  return null;
}

/** Where notices appear. Its code comes after the page: nothing is told before somebody acts. */
export function Notices() {
  return (
    <Suspense>
      <Shown />
    </Suspense>
  );
}
