import { expect, it } from 'vitest';
import { shownDataName } from './data-name';

const added = (...folders: string[]) => folders.map((folder) => ({ folder, at: '2026-04-01T00:00:00.000Z' }));

it.each([
  ['2026-03', undefined, '2026-03'],
  ['2026-03', [], '2026-03'],
  ['2026-03', added('/data/2026-04'), '2026-03 + 2026-04'],
  ['2026-03', added('C:\\data\\2026-04', 'C:\\data\\2026-05\\'), '2026-03 … 2026-05'],
])('%s with additions is shown as %s', (name, folders, shown) =>
  expect(shownDataName({ name, added: folders })).toBe(shown),
);
