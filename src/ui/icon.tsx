// Line icons of 16 px. They never carry meaning alone: a word stands beside each, so all are hidden from screen readers.

const PATHS = {
  running: 'M8 2a6 6 0 1 1-6 6M8 9.4a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8Z',
  waiting: 'M4.5 2h7M4.5 14h7M5 2v2.5L8 8l3-3.5V2M5 14v-2.5L8 8l3 3.5V14',
  doubt: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.2 6.3a1.8 1.8 0 1 1 2.7 1.6c-.6.3-.9.7-.9 1.3M8 11.2v.1',
  alert: 'M8 2.3 14.3 13.2H1.7ZM8 6.5v3M8 11.3v.1',
  done: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5.4 8.2l1.8 1.8 3.4-3.8',
  expired: 'M13.6 6A6 6 0 1 1 8 2M8 5v3.2l2 1.3M10.5 2.6l.1 0M12.4 4l.1 0',
  refused: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM3.9 3.9l8.2 8.2',
  queued: 'M2.5 4h11M2.5 8h11M2.5 12h6',
  sending: 'M14 2 7.2 8.8M14 2l-4.2 12-2.6-5.2L2 6.2Z',
  lost: 'M6.8 9.2a2.8 2.8 0 0 0 3.9 0l2-2a2.8 2.8 0 0 0-3.6-4.2M9.2 6.8a2.8 2.8 0 0 0-3.9 0l-2 2A2.8 2.8 0 0 0 6.9 13M2.5 2.5l11 11',
  lock: 'M4 7h8v6.5H4ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  check: 'M3 8.5 6.3 12 13 4.5',
  chevron: 'M4 6l4 4 4-4',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  plus: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  moon: 'M13.5 9.7A5.8 5.8 0 0 1 6.3 2.5a5.8 5.8 0 1 0 7.2 7.2Z',
  contrast: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12M8 5l3.6-1.6M8 8h6M8 11l3.6 1.6',
  key: 'M6 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8.2 7.8 13.5 2.5M11 5l2 2',
  external: 'M9.5 2.5h4v4M13.5 2.5 8 8M11.5 9v4.5h-9v-9H7',
  table: 'M2 3h12v10H2ZM2 6.3h12M2 9.7h12M6.5 6.3V13',
  chart: 'M2.5 2.5v11h11M5 10.5l2.5-3 2 1.5L13 4.5',
  download: 'M8 2.5v7.5M5 7.3l3 3 3-3M2.5 13.5h11',
  refresh: 'M13.5 8A5.5 5.5 0 1 1 11.6 3.9L13.5 5.5M13.5 2.3v3.2h-3.2',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.3v3.6M8 5v.1',
  more: 'M3.5 8a.5.5 0 1 1-1 0 .5.5 0 0 1 1 0ZM8.5 8a.5.5 0 1 1-1 0 .5.5 0 0 1 1 0ZM13.5 8a.5.5 0 1 1-1 0 .5.5 0 0 1 1 0Z',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3l3.4 3.4',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  settings:
    'M2.5 4.5h6M12.5 4.5h1M2.5 11.5h1M7.5 11.5h6M10.5 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM5.5 13.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  trash: 'M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4',
} as const;

export type IconName = keyof typeof PATHS;

export const ICON_NAMES = Object.keys(PATHS) as IconName[];

export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
