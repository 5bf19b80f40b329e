import { expect, test } from 'vitest';
import { menuLabel, NUMBERED_SCREENS, SCREENS, screenRow, screensFrom } from './screens';

test('every screen of the rail and of its foot has a digit', () => {
  expect(NUMBERED_SCREENS).toEqual([...screensFrom('rail'), ...screensFrom('foot')]);
});

test('a screen that is reached from another lights up one of the rail', () => {
  for (const screen of screensFrom(null)) expect(screensFrom('rail')).toContain(screenRow(screen).under);
});

test('a screen to which something leads from everywhere needs nothing more in its address', () => {
  for (const screen of SCREENS.filter((one) => screenRow(one).from !== null))
    expect(screenRow(screen).path).not.toMatch(/:[^/?]+(\/|$)/);
  expect(screenRow('titles')).toMatchObject({ path: '/titles/:item?', place: '/titles' });
});

test('no two screens have the same address', () => {
  expect(new Set(SCREENS.map((screen) => screenRow(screen).path)).size).toBe(SCREENS.length);
});

test.each(['en', 'ko'] as const)('each screen of the menu is chosen by a letter of its own: %s', (language) => {
  const keys = NUMBERED_SCREENS.map((screen) => /&(.)/.exec(menuLabel(screen, language))?.[1]?.toUpperCase());
  expect(keys).not.toContain(undefined);
  expect(new Set(keys).size).toBe(NUMBERED_SCREENS.length);
});

test('a label of the menu marks its letter as each language does', () => {
  expect(menuLabel('runs', 'en')).toBe('R&uns');
  expect(menuLabel('runs', 'ko')).toBe('추천 모델(&U)');
  expect(menuLabel('welcome', 'en')).toBe('Welcome');
});
