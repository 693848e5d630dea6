const PLAIN = '/favicon.svg';
const WAITING = '/favicon-waiting.svg';

/** A dot on the tab's icon while something waits; a file of our own, since the page's policy allows no data: address. */
export function badgeFavicon(isWaiting: boolean): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const wanted = isWaiting ? WAITING : PLAIN;
  if (link !== null && link.getAttribute('href') !== wanted) link.setAttribute('href', wanted);
}
