/** Runs a long call to its end and answers its final value; what it yields before goes to `onEvent`. */
export async function finalValue<Event, Result>(
  iterator: AsyncIterator<Event, Result>,
  onEvent: (event: Event) => void = () => undefined,
): Promise<Result> {
  for (;;) {
    const step = await iterator.next();
    if (step.done === true) return step.value;
    onEvent(step.value);
  }
}
