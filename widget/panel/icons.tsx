// Outlines after Tabler's icons (MIT), drawn on 24 units; the words beside them say what they mean.
const PATHS = {
  minimise: 'M6 9l6 6 6-6',
  send: 'M12 19V5M5 12l7-7 7 7',
  soundOn:
    'M15 8a5 5 0 0 1 0 8M17.7 5a9 9 0 0 1 0 14M6 15H4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1h2l3.5-4.5a.8.8 0 0 1 1.5.5v14a.8.8 0 0 1-1.5.5z',
  soundOff:
    'M6 15H4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1h2l3.5-4.5a.8.8 0 0 1 1.5.5v14a.8.8 0 0 1-1.5.5zM16 10l4 4m0-4-4 4',
  clock: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3 3',
  check: 'M5 12l5 5L20 7',
  person: 'M8 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0M6 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2',
  broken: 'M12 9v4m0 3v.01M12 3l9.5 17h-19z',
  plus: 'M12 5v14M5 12h14',
} as const;

export function Icon({ name, size }: { name: keyof typeof PATHS; size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
