/**
 * Ends the process with the exit code that is set, after everything is written to standard output. A reader may be slow,
 * or writing may be asynchronous as on some systems, and `process.exit` alone would cut the log there.
 */
export function endProcess(): void {
  // Usually everything is written already, and the step ends sooner without another turn of the event loop.
  if (process.stdout.writableLength === 0) process.exit()
  else process.stdout.write('', () => process.exit())
}
