/** Accessibility faults that axe finds on a screen. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { triedOf } from '../../support/tried';

/** axe's defaults, without unused output: paths to elements, and elements that break no rule. */
const OPTIONS: axe.RunOptions = { resultTypes: ['violations'], selectors: false };

/**
 * One line per element that breaks a rule, once nothing moves.
 * @param rules names of the only rules to check; all by default
 */
export async function axeFindings(page: Page, rules: string[] = []): Promise<string[]> {
  // A hovered element would show its full name outside all landmarks.
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').first().waitFor({ state: 'detached' });
  await untilStill(page);
  // axe stays in the page until it reloads: injecting half a megabyte takes longer than checking most screens.
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

/** In light and in dark, which only differ in colours; the theme must follow the system. `npm test` tries light alone. */
export async function axeFindingsInBothThemes(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const colorScheme of triedOf<'light' | 'dark'>(['light'], ['dark'])) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    const rules = colorScheme === 'dark' ? ['color-contrast'] : [];
    findings.push(...(await axeFindings(page, rules)).map((finding) => `in ${colorScheme}, ${finding}`));
  }
  return findings;
}

/**
 * Waits for finite animations: a change of theme, an opening dialog. They start with the next frame. Endless ones, such
 * as the mark of running work, are ignored.
 */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => null)));
  });
}
