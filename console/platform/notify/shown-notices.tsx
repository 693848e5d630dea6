import { Notifications } from '@mantine/notifications';

export function ShownNotices() {
  return (
    <Notifications position="bottom-left" containerWidth={380} transitionDuration={120} limit={3} />
  );
}
