/** The token of a browser page: from the address, from which it vanishes, into what lives as long as the tab, so that a reload works. */
import { TOKEN_PARAMETER } from '../../shared/web-host';

const KEPT = 'shelfwise.token';

export function takeToken(): string {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const given = fragment.get(TOKEN_PARAMETER);
  if (given !== null) {
    sessionStorage.setItem(KEPT, given);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(KEPT) ?? '';
}
