/** The parts whose effect is strongest, up or down, in the order in which they were given. */
export function strongestEffects<Part extends { effect: number }>(parts: readonly Part[], count: number): Part[] {
  const byStrength = [...parts].sort((left, right) => Math.abs(right.effect) - Math.abs(left.effect));
  const strongest = new Set(byStrength.slice(0, count));
  return parts.filter((part) => strongest.has(part));
}
