export { attendChat } from './attended-chats.ts';
export type { DesktopPermission } from './notifications.ts';
export { askDesktopPermission, desktopPermission } from './notifications.ts';
export type { AttentionSettings } from './settings.ts';
export { changeSettings, useSettings } from './settings.ts';
export { playSound, useCanSound } from './sounds.ts';
export { useAttention } from './use-attention.ts';
export { useWaitingCount } from './waiting-count.ts';
