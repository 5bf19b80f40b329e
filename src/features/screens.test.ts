import { expect, test } from 'vitest';
import { menuLabel, MOVED_SCREENS, NUMBERED_SCREENS, screenAt, SCREENS, screenRow, screensFrom } from './screens';

test('the rail has five screens, and each has a digit, as those of the weekly work have', () => {
  expect(screensFrom('rail')).toEqual(['week', 'profiles', 'titles', 'rules', 'runs']);
  expect(NUMBERED_SCREENS).toEqual([...screensFrom('rail'), 'data', 'train', 'review', 'export']);
});

test('a screen reached from another highlights one of the rail or its foot', () => {
  for (const screen of [...screensFrom(null), ...screensFrom('palette')])
    expect([...screensFrom('rail'), ...screensFrom('foot')]).toContain(screenRow(screen).under);
});

test('an address of an earlier version leads to its screen', () => {
  const led = MOVED_SCREENS.map(({ was, placeOf }) => ({ was, place: placeOf({ ids: 'r1,r2,r3' }) }));
  expect(led).toEqual([
    { was: '/welcome', place: '/week' },
    { was: '/refresh', place: '/week' },
    { was: '/runs/refreshes', place: '/week' },
    { was: '/runs/compare/:ids', place: '/changes/r1/r2/runs' },
    { was: '/device', place: '/settings/device' },
  ]);
  expect(led.map(({ place }) => screenAt(place))).toEqual(['week', 'week', 'week', 'changes', 'device']);
});

test('a screen with a link from everywhere needs no parameters', () => {
  for (const screen of SCREENS.filter((one) => screenRow(one).from !== null))
    expect(screenRow(screen).path).not.toMatch(/:[^/?]+(\/|$)/);
  expect(screenRow('titles')).toMatchObject({ path: '/titles/:item?', place: '/titles' });
});

test('no two screens have the same address', () => {
  expect(new Set(SCREENS.map((screen) => screenRow(screen).path)).size).toBe(SCREENS.length);
});

test.each(['en', 'ko'] as const)('each screen has its own access key in the menu: %s', (language) => {
  const inMenu = [...screensFrom('rail'), ...screensFrom('foot')];
  const keys = inMenu.map((screen) => /&(.)/.exec(menuLabel(screen, language))?.[1]?.toUpperCase());
  expect(keys).not.toContain(undefined);
  expect(new Set(keys).size).toBe(inMenu.length);
});

test('a menu label marks its access key as each language does', () => {
  expect(menuLabel('runs', 'en')).toBe('&Models');
  expect(menuLabel('runs', 'ko')).toBe('모델(&M)');
  expect(menuLabel('export', 'en')).toBe('Export');
});

test('an address belongs to one screen, whatever its parameters', () => {
  expect(
    ['/data', '/titles', '/titles/103', '/runs', '/runs/r1', '/changes/r1/r2', '/help/export/part'].map(screenAt),
  ).toEqual(['data', 'titles', 'titles', 'runs', 'run', 'changes', 'help']);
  expect(['/', '/runs/r1/more', '/nowhere'].map(screenAt)).toEqual([null, null, null]);
});
