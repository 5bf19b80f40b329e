import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { RAIL_GROUPS, type ScreenName, screenRow } from '../../features/screens';
import { DRAWINGS } from '../../features/window';
import { useTexts } from '../locales/use-texts';
import { isLitAt } from './lit';
import { useMissing } from './use-missing';
import classes from './BottomBar.module.css';

/** The rail where there is no room for one: its five groups at the bottom, the screens of each in a menu. */
export function BottomBar(): ReactNode {
  const t = useTexts();
  const [location] = useLocation();
  return (
    <div className={classes.bar}>
      {RAIL_GROUPS.map(({ group, screens }) => {
        const lit = screens.find((screen) => isLitAt(screen, location));
        const Picture = DRAWINGS[lit ?? screens[0]!].icon;
        const inside = (
          <>
            <Picture size={20} stroke={1.6} aria-hidden />
            {t(`shell.groups.${group}`)}
          </>
        );
        if (screens.length === 1)
          return (
            <Link
              key={group}
              href={screenRow(screens[0]!).place}
              className={classes.item}
              aria-current={lit === undefined ? undefined : 'page'}
            >
              {inside}
            </Link>
          );
        return (
          <Menu key={group} position="top" width={220}>
            <Menu.Target>
              <button type="button" className={classes.item} data-lit={lit !== undefined || undefined}>
                {inside}
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {screens.map((screen) => (
                <ScreenItem key={screen} screen={screen} isCurrent={screen === lit} />
              ))}
            </Menu.Dropdown>
          </Menu>
        );
      })}
    </div>
  );
}

function ScreenItem({ screen, isCurrent }: { screen: ScreenName; isCurrent: boolean }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { place } = screenRow(screen);
  const missing = useMissing(screen);
  const Picture = DRAWINGS[screen].icon;
  return (
    <Menu.Item
      leftSection={<Picture size={18} stroke={1.6} aria-hidden />}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => go(place)}
    >
      {t(`shell.screen.${screen}`)}
      {missing !== null && ` (${missing})`}
    </Menu.Item>
  );
}
