import { mkdirSync } from 'node:fs';
import { StartError } from './start-error.ts';

/** @throws StartError when it cannot be made, or is no folder */
export function makeDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusableDataFolder(error, dataFolder);
  }
}

/** What the file system refuses is for the person at the terminal, too; any other error stays as it is. */
export function unusableDataFolder(error: unknown, dataFolder: string): unknown {
  if (!(error instanceof Error) || error instanceof StartError || !('syscall' in error)) {
    return error;
  }
  return new StartError(
    `The data folder ${dataFolder} can't be used (${error.message}). Choose another one with CARREL_DATA.`,
    { cause: error },
  );
}
