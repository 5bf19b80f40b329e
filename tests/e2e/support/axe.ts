/** What axe finds wrong with a screen as it stands, for those who use it without sight, mouse or sharp eyes. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * A line for each element that breaks a rule.
 * @param rules names of the only ones to look at; all where none are given
 */
export async function axeFindings(page: Page, rules: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 300)}\n${failureSummary ?? ''}`),
  );
}

/** In light and in dark, which differ by their colours only; the theme must follow the system. */
export async function axeFindingsInBothThemes(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    // Colours that are on their way from one theme to the other are nobody's choice. They set out with the next frame.
    await page.evaluate(async () => {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)));
    });
    const rules = colorScheme === 'dark' ? ['color-contrast'] : [];
    findings.push(...(await axeFindings(page, rules)).map((finding) => `in ${colorScheme}, ${finding}`));
  }
  return findings;
}
