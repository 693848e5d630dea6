/** What the browser says about desktop notifications; `none` where it has none. */
export type DesktopPermission = NotificationPermission | 'none';

export function desktopPermission(): DesktopPermission {
  return 'Notification' in window ? Notification.permission : 'none';
}

/** Only from a click: browsers punish pages that ask unbidden. */
export async function askDesktopPermission(): Promise<DesktopPermission> {
  return 'Notification' in window ? Notification.requestPermission() : 'none';
}

interface DesktopNotice {
  readonly title: string;
  readonly body: string;
  /** A newer notice of the same tag replaces the older one. */
  readonly tag: string;
  readonly onOpen: () => void;
}

/** Says it on the operator's screen, unless they look at the page already. */
export function showNotice({ title, body, tag, onOpen }: DesktopNotice): void {
  if (desktopPermission() !== 'granted' || document.hasFocus()) return;
  try {
    const notice = new Notification(title, { body, tag, icon: '/favicon.svg' });
    notice.onclick = () => {
      window.focus();
      onOpen();
      notice.close();
    };
  } catch {
    // Mobile browsers have the constructor and forbid it.
    return;
  }
}
