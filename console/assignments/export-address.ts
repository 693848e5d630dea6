import { exportMatrix } from '#protocol/queue-administration.ts';
import { addressOf } from '../platform/api/address.ts';
import type { AssignmentsSearch } from './assignments-search.ts';

/** Where the matrix as a file is. It has all queues of the libraries asked for: a column left out would be missed later. */
export function exportAddress({ q, library }: AssignmentsSearch, format: 'csv' | 'xlsx'): string {
  return addressOf(exportMatrix.path, { query: { q, institutionId: library, format } });
}
