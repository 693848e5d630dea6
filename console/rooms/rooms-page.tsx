import { useQuery } from '@tanstack/react-query';
import { ThingsPage } from '../shared-things/index.ts';
import { ROOM_KIND, roomsQuery } from './room-kind.ts';

/** Where staff talk among themselves. */
export function RoomsPage() {
  const rooms = useQuery(roomsQuery);
  return <ThingsPage kind={ROOM_KIND} query={{ ...rooms, data: rooms.data?.items }} />;
}
