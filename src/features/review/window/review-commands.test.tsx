/** The settings of the checks are found by name (Ctrl+K), from any screen. */
import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { chooseByName } from '../../../../tests/support/window/choose-by-name';
import { useChecksBeingSet } from './checks-being-set';

it.each([
  ['en', 'set the checks'],
  ['ko', '점검 설정'],
] as const)('in %s: %s', async (language, typed) => {
  const { place } = await chooseByName(language, typed, (t) => t('checks.settings'));
  await waitFor(() => expect(place()).toBe('/review'));
  expect(useChecksBeingSet.getState().isSetting).toBe(true);
});
