import type { ColumnType } from 'kysely';
import type { PolicyContent } from '#protocol/policies.ts';

/** What every librarian of the co-op must know of a library; part of `Schema`. */
export interface PolicyTables {
  policyPages: {
    institutionId: string;
    version: number;
    ownerId: string | null;
    /** Read as text, `2026-11-22`: a day is no moment. */
    reviewBy: ColumnType<never, string | null, string | null>;
  };
  policyVersions: {
    institutionId: string;
    version: number;
    content: ColumnType<PolicyContent, string, never>;
    restoredFrom: number | null;
    at: Date;
    accountId: string | null;
  };
  policyPassages: {
    institutionId: string;
    id: string;
    kind: 'section' | 'snippet';
    position: number;
    title: string;
    text: string;
  };
  policyAlerts: {
    id: string;
    institutionId: string;
    text: string;
    endsAt: Date;
    createdAt: Date;
    accountId: string | null;
  };
  policySecrets: {
    id: string;
    institutionId: string;
    label: string;
    sealed: Buffer;
    updatedAt: Date;
    accountId: string | null;
  };
  policyProblems: {
    id: string;
    institutionId: string;
    passage: string | null;
    text: string;
    reporterId: string | null;
    createdAt: Date;
    resolvedAt: Date | null;
    resolverId: string | null;
    note: string | null;
  };
}
