import { expect, it } from 'vitest';
import { usePreferences } from './preferences';

it.each([
  ['auto', 'cpu'],
  ['cpu', 'cpu'],
  ['gpu', 'gpu'],
])('the device %s of an earlier version is %s', async (before, now) => {
  const { migrate } = usePreferences.persist.getOptions();
  expect(await migrate?.({ ...usePreferences.getState(), device: before }, 1)).toMatchObject({ device: now });
});
