/** A value that cannot be used; `allowed` completes "must be …". */
export class UnusableValue extends Error {
  readonly allowed: string
  constructor(allowed: string) {
    super(`must be ${allowed}`)
    this.allowed = allowed
  }
}
