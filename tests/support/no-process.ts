/** A process ID that does not exist: above every system's maximum. */
export const NO_PROCESS = 2 ** 30;
