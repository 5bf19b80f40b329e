/** The parts with the greatest absolute values, in their original order. */
export function greatestParts<Part extends { value: number }>(parts: readonly Part[], count: number): Part[] {
  const bySize = parts.toSorted((left, right) => Math.abs(right.value) - Math.abs(left.value));
  const greatest = new Set(bySize.slice(0, count));
  return parts.filter((part) => greatest.has(part));
}
