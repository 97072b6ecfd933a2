/** A fault that the reader can put right: its message is shown alone, without a stack. */
export class Trouble extends Error {}
