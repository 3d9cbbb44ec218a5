/**
 * Ends the process with the exit code that is set, once standard output has taken everything: a reader may be
 * slow, or writing asynchronous as on some systems, and `process.exit` alone would cut the log there.
 */
export function endProcess(): void {
  // As a rule everything is with the system already, and each turn that is not waited for makes the step shorter.
  if (process.stdout.writableLength === 0) process.exit()
  else process.stdout.write('', () => process.exit())
}
