export { AskedBar } from './asked-bar.tsx';
export { PassedBar } from './passed-bar.tsx';
export { PassedCard } from './passed-card.tsx';
export { mayPassOn, TransferDialog } from './transfer-dialog.tsx';
