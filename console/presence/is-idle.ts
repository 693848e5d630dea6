/** Minutes that one may choose from; 0: one goes away by oneself alone. */
export const IDLE_MINUTES = [0, 5, 10, 15, 30, 60] as const;

/** Whether nobody has touched Carrel for so many minutes. Instants in milliseconds. */
export function isIdle(minutes: number, touchedAt: number, now: number): boolean {
  return minutes > 0 && now - touchedAt >= minutes * 60_000;
}
