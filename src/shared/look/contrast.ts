/** Contrast of two colours by WCAG 2.2. */

/** Linear red, green and blue, each 0 to 1. @param hex such as "#0b5c66" */
export const linear = (hex: string): [number, number, number] =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];

/** From 1 (identical) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [high, low] = [one, other]
    .map(linear)
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((left, right) => right - left);
  return (high! + 0.05) / (low! + 0.05);
}
