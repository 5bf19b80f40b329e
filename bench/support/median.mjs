/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
