import type { Role } from '#protocol/accounts.ts';
import type { AssignmentMatrix } from '#protocol/queue-administration.ts';
import type { Queue } from '#protocol/queues.ts';
import { type Acting, mayOnAccount } from '../accounts/index.ts';

/** Rows and columns as the store reads them. */
export interface StoredMatrix {
  readonly queues: readonly (Queue & { readonly institutionName: string })[];
  readonly operators: readonly StoredOperator[];
}

export interface StoredOperator {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly role: Role;
  readonly chatAccess: boolean;
  /** Positions in `queues`, rising. */
  readonly assigned: number[];
}

export function presentMatrix(actor: Acting, matrix: StoredMatrix): AssignmentMatrix {
  return {
    queues: matrix.queues.map(({ institutionName: _, ...queue }) => queue),
    operators: matrix.operators.map(({ role, ...operator }) => ({
      ...operator,
      mayEdit: mayOnAccount(actor, 'edit', {
        id: operator.accountId,
        institutionId: operator.institutionId,
        role,
        deletedAt: null,
      }),
    })),
  };
}
