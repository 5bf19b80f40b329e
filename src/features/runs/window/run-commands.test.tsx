/** The report and the verifying of the shown run are found by name (Ctrl+K). */
import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { chooseByName, shownRun } from '../../../../tests/support/window/choose-by-name';

it.each([
  ['en', 'report of', `/runs/${shownRun.runId}/report`],
  ['ko', 'report of', `/runs/${shownRun.runId}/report`],
  ['en', '검증…', `/runs/${shownRun.runId}`],
] as const)('in %s: %s', async (language, typed, leadsTo) => {
  const { place } = await chooseByName(language, typed, () => shownRun.name);
  await waitFor(() => expect(place()).toBe(leadsTo));
});
