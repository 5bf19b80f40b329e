/** Whether a range of numbers begins above its end: nothing is in it. An end that is missing or no number is open. */
export function isEmptyRange({ from, to }: { readonly from?: unknown; readonly to?: unknown }): boolean {
  return typeof from === 'number' && typeof to === 'number' && from > to;
}
