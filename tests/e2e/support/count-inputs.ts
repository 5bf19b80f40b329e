/** How much a curator does by hand: clicks, keys, and texts that are typed. */
import type { Page } from 'playwright-core';

/**
 * Counts from now on, until the page is loaded again: each press of a pointer, each key but those that are only held with others,
 * and each text that is typed or pasted into a field as one, however long it is.
 * @returns what was counted since it was asked last
 */
export async function countInputs(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = { inputs: 0 };
    let typedInto: EventTarget | null = null;
    const isTextField = (target: EventTarget | null): boolean =>
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && ['text', 'search', 'number'].includes(target.type));
    const count = (): void => {
      counted.inputs++;
      typedInto = null;
    };
    addEventListener('pointerdown', count, true);
    addEventListener(
      'keydown',
      ({ key, ctrlKey, metaKey, target }) => {
        const isTyped = key.length === 1 && !ctrlKey && !metaKey && isTextField(target);
        if (!isTyped && !['Control', 'Shift', 'Alt', 'Meta'].includes(key)) count();
      },
      true,
    );
    addEventListener(
      'input',
      ({ target }) => {
        if (!isTextField(target) || target === typedInto) return;
        count();
        typedInto = target;
      },
      true,
    );
    (globalThis as unknown as { counted: typeof counted }).counted = counted;
  });
  return () =>
    page.evaluate(() => {
      const { counted } = globalThis as unknown as { counted: { inputs: number } };
      const { inputs } = counted;
      counted.inputs = 0;
      return inputs;
    });
}
