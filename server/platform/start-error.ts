/**
 * Something outside the code keeps Carrel from starting: a setting, a folder, an
 * account. The message is one sentence for the person at the terminal; `main`
 * prints it alone, without a stack, and ends with exit code 1.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
