/** The screens, by name; the keys beside them lead there too. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { NUMBERED, ROUTES, type ScreenRoute } from './routes';
import classes from './Shell.module.css';

export function Rail(): ReactNode {
  return (
    <div className={classes.railInner}>
      {ROUTES.filter(({ rail }) => rail === 'rail').map((route) => (
        <RailLink key={route.path} route={route} />
      ))}
      <div className={classes.spacer} />
      {ROUTES.filter(({ rail }) => rail === 'foot').map((route) => (
        <RailLink key={route.path} route={route} />
      ))}
    </div>
  );
}

/** Screens that are reached from others light up the one they belong to. */
const BELONGS_TO: Partial<Record<ScreenRoute['id'], string>> = { compare: '/profiles', pair: '/profiles' };

function RailLink({ route }: { route: ScreenRoute }): ReactNode {
  const { t } = useTranslation();
  const [location] = useLocation();
  const { place, id, icon: Picture } = route;
  const root = `/${location.split('/')[1] ?? ''}`;
  const children = ROUTES.filter((other) => BELONGS_TO[other.id] === place);
  const isCurrent = root === place || children.some(({ path }) => `/${path.split('/')[1]}` === root);
  const digit = NUMBERED.indexOf(route) + 1;
  return (
    <Link
      href={place}
      className={classes.link}
      aria-current={isCurrent ? 'page' : undefined}
      aria-keyshortcuts={digit > 0 ? `Control+${digit}` : undefined}
      title={t(`shell.screen.${id}`)}
    >
      <Picture size={18} stroke={1.6} aria-hidden />
      <span className={classes.linkLabel}>{t(`shell.screen.${id}`)}</span>
      {digit > 0 && (
        <span className={classes.digit} aria-hidden>
          {digit}
        </span>
      )}
    </Link>
  );
}
