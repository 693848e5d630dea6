import { Notifications } from '@mantine/notifications';

export function ShownNotices() {
  return <Notifications position="bottom-center" transitionDuration={120} limit={3} />;
}
