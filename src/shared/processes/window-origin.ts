/** The window's own origin in Electron: with file://, all files of the computer would share one origin. */
export const APP_SCHEME = 'shelfwise-app';
export const APP_ORIGIN = `${APP_SCHEME}://window`;

/** Links by which other programs open the app: shelfwise://runs/2026 opens the place /runs/2026. */
export const LINK_SCHEME = 'shelfwise';

/** Null for a foreign link, or one without a place of the router. */
export function placeOfLink(link: string): string | null {
  const found = /^shelfwise:\/\/([\w\-./%]{1,200})$/.exec(link);
  if (found === null || found[1]!.includes('..')) return null;
  return `/${found[1]!.replace(/\/+$/, '')}`;
}
