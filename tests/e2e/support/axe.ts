/** What axe finds wrong with a screen as it stands, for those who use it without sight, mouse or sharp eyes. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** As axe has it, but for what nobody reads: paths to elements, and elements that break no rule. */
const OPTIONS: axe.RunOptions = { resultTypes: ['violations'], selectors: false };

/**
 * A line for each element that breaks a rule, once nothing moves.
 * @param rules names of the only ones to look at; all where none are given
 */
export async function axeFindings(page: Page, rules: string[] = []): Promise<string[]> {
  // What the mouse came to rest on shows its whole name, beside all landmarks.
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').first().waitFor({ state: 'detached' });
  await untilStill(page);
  // A page keeps it until it is loaded again: half a megabyte of source takes longer than a look at most screens.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const inPage = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await inPage.run(document, options);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 300)}\n${failureSummary ?? ''}`),
      );
    },
    rules.length === 0 ? OPTIONS : { ...OPTIONS, runOnly: rules },
  );
}

/** In light and in dark, which differ by their colours only; the theme must follow the system. */
export async function axeFindingsInBothThemes(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    const rules = colorScheme === 'dark' ? ['color-contrast'] : [];
    findings.push(...(await axeFindings(page, rules)).map((finding) => `in ${colorScheme}, ${finding}`));
  }
  return findings;
}

/**
 * Waits for what is on its way: a colour from one theme to the other, a dialog that opens, is nobody's choice. It sets out with the next
 * frame. What moves without end, as the mark of running work, is not waited for.
 */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => null)));
  });
}
