/** A process ID that no process has: beyond the largest that any system gives. */
export const NO_PROCESS = 2 ** 30;
