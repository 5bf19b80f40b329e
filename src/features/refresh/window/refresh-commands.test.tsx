/** What the last refresh changed is found by name (Ctrl+K), from any screen. */
import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { chooseByName } from '../../../../tests/support/window/choose-by-name';
import { exported } from '../../../../tests/support/window/refreshes';

it.each([
  ['en', 'what changed'],
  ['ko', '바뀐 점'],
] as const)('in %s: %s', async (language, typed) => {
  const { place } = await chooseByName(language, typed, (t) => t('refresh.changes'));
  await waitFor(() => expect(place()).toBe(`/changes/${exported.from.runId}/${exported.run!.runId}/week`));
});
