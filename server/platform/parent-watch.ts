const CHECK_EVERY_MS = 250;

/**
 * Calls `onGone` once when the npm that started this process has died.
 *
 * A SIGTERM to npm is passed on to us, a SIGKILL cannot be: all that is left to
 * notice is that our parent has changed. Does nothing unless npm started us.
 *
 * @returns a function that ends the watch
 */
export function watchParent(onGone: () => void): () => void {
  if (!process.env.npm_lifecycle_event) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, CHECK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
