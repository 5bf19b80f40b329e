/** What a long call answers in the end. */
export async function lastOf<Result>(iterator: AsyncIterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = await iterator.next();
    if (done === true) return value;
  }
}
