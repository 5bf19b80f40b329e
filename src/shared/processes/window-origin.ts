/** The window's own address in Electron: not file://, which would make every file of the computer one origin. */
export const APP_SCHEME = 'shelfwise-app';
export const APP_ORIGIN = `${APP_SCHEME}://window`;

/** The links that other programs may open the app with: shelfwise://runs/2026 leads to the place /runs/2026. */
export const LINK_SCHEME = 'shelfwise';

/** Null for a foreign link, or one that leads to no place of the router. */
export function placeOfLink(link: string): string | null {
  const found = /^shelfwise:\/\/([\w\-./%]{1,200})$/.exec(link);
  if (found === null || found[1]!.includes('..')) return null;
  return `/${found[1]!.replace(/\/+$/, '')}`;
}
