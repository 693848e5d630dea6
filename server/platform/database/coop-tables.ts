import type { ColumnType, Generated } from 'kysely';
import type { Hours } from '#protocol/hours.ts';

/** Co-ops, and what came to them. */
export interface CoopTables {
  coops: { id: string; name: string; createdAt: Date; deletedAt: Date | null };
  coopInstitutions: {
    coopId: string;
    institutionId: string;
    /** Written as JSON text; null: always. */
    coverage: ColumnType<Hours | null, string | null | undefined, string | null>;
    joinedAt: Generated<Date>;
  };
  coopMemberships: {
    coopId: string;
    accountId: string;
    level: 'regular' | 'institutionAdmin' | 'coopAdmin';
    addedAt: Generated<Date>;
  };
  coopChats: { coopId: string; chatId: string; openedAt: Date; through: boolean };
}
