/** Inputs that cannot be used. The message names each with its value and what is allowed. */
export class InputError extends Error {}
