export { attendChat } from './attended-chats.ts';
export { Attention } from './attention.tsx';
export { askDesktopPermission, desktopPermission } from './notifications.ts';
export { changeSettings, useSettings } from './settings.ts';
export { signalsOf } from './signals.ts';
export { playSound, useCanSound } from './sounds.ts';
export { useWaitingCount } from './waiting-count.ts';
