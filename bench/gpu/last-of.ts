/** The final answer of a long call. */
export async function lastOf<Result>(iterator: AsyncIterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = await iterator.next();
    if (done === true) return value;
  }
}
