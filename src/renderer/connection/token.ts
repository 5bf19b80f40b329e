/** The token of a browser page: from the address, from which it vanishes, into what lives as long as the tab, so that a reload works. */
import { TOKEN_PARAMETER } from '../../shared/web-host';

const KEPT = 'shelfwise.token';

/** The router's places begin with a slash; only the host's address has the token there. */
const tokenInAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get(TOKEN_PARAMETER);

export function takeToken(): string {
  const given = tokenInAddress();
  if (given !== null) {
    sessionStorage.setItem(KEPT, given);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  // An address with a token typed into this very tab loads nothing by itself.
  window.addEventListener('hashchange', () => {
    if (tokenInAddress() !== null) location.reload();
  });
  return sessionStorage.getItem(KEPT) ?? '';
}
