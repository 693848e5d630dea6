export type { AuditActor, AuditRecord } from './audit.ts';
export { recordAudit, recordAudits } from './record-audit.ts';
export { recordExport } from './record-export.ts';
export { routeAudit } from './routes.ts';
