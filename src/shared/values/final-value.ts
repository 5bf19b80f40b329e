/** Runs a long call to its end and returns its final value; `onEvent` receives what it yields before. */
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
