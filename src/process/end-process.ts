/**
 * Ends the process with the exit code that is set, once standard output has taken everything: writing
 * to a pipe is asynchronous on some systems, and `process.exit` alone would cut the log there.
 */
export function endProcess(): void {
  process.stdout.write('', () => process.exit())
}
