/** How long a patron has waited, as the one thing on the page that draws the eye. */
export type Lateness = 'fresh' | 'waiting' | 'late';

/** Seconds. Usual advice for chat reference: greet within half a minute, and never let a minute pass. */
const WAITING_FROM = 30;
const LATE_FROM = 60;

export function latenessOf(seconds: number): Lateness {
  if (seconds >= LATE_FROM) return 'late';
  return seconds >= WAITING_FROM ? 'waiting' : 'fresh';
}

/** `0:08`, `1:12`, `1:02:03`. */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${pad(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(whole % 60)}`;
}
