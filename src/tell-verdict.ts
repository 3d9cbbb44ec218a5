/*
 * What is needed once there is a verdict to tell. It is loaded while the step waits, as one part: what the message and
 * the reports share is in it once.
 */

export { noteFailures } from './diagnosis/note-failures.ts'
export { writeReports } from './reports/write-reports.ts'
