export { ColumnAlerts } from './read/column-alerts.tsx';
export { PolicyColumn } from './read/policy-column.tsx';
export { SearchDialog } from './search/search-dialog.tsx';
