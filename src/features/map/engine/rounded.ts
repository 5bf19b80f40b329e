/** Rounds to five decimals: finer than any screen, and a third of the text of all digits. */
export const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;
