/** Counts a curator's manual steps: clicks, keys, and typed texts. */
import type { Page } from 'playwright-core';

/**
 * Counts until the page reloads: each press of a pointer, each key except held modifiers, and each text typed or pasted
 * into a field as one.
 * @returns a function with the count since its last call
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
