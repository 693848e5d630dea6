/** Milliseconds for which a ring stays taken: longer than the tabs' pings lie apart. */
const HELD = 12_000;
const STAMPS = 'carrel.rung';
const STAMPS_KEPT = 20;

/**
 * Of all tabs that want to ring for the same reason, the first one may. Without Web Locks, which
 * browsers keep for https and localhost, a stamp in the storage does nearly the same.
 */
export async function isFirstToRing(key: string): Promise<boolean> {
  if (navigator.locks === undefined) return stampFirst(key);
  return new Promise((resolve) => {
    void navigator.locks.request(`carrel.ring.${key}`, { ifAvailable: true }, async (lock) => {
      resolve(lock !== null);
      if (lock !== null) await new Promise((release) => setTimeout(release, HELD));
    });
  });
}

function stampFirst(key: string): boolean {
  try {
    const stamps = (localStorage.getItem(STAMPS) ?? '').split(' ');
    if (stamps.includes(key)) return false;
    localStorage.setItem(STAMPS, [...stamps, key].slice(-STAMPS_KEPT).join(' '));
    return true;
  } catch {
    return true;
  }
}
