/**
 * The token of a browser page. The opening address holds a code, which is removed from the address and exchanged for
 * the token. The token lives as long as the tab, so that a reload works.
 */
import { CODE_PARAMETER, ENTER_PATH, USED_CODE } from '../../shared/processes/web-host';
import { setRefusedBecause } from './state';

const KEPT = 'shelfwise.token';

/** Router places start with a slash; only the host's address has the code there. */
const codeInAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get(CODE_PARAMETER);

/** @returns the token, or an empty text, which every host refuses */
export async function takeToken(): Promise<string> {
  const code = codeInAddress();
  if (code !== null) history.replaceState(history.state, '', location.pathname + location.search);
  // Typing an address with a code into this tab does not reload the page by itself.
  window.addEventListener('hashchange', () => {
    if (codeInAddress() !== null) location.reload();
  });
  if (code !== null) await exchange(code);
  return sessionStorage.getItem(KEPT) ?? '';
}

/** A tab with a token keeps it if the code is spent: the address came from the history. */
async function exchange(code: string): Promise<void> {
  const answer = await fetch(ENTER_PATH, { method: 'POST', body: code }).catch(() => null);
  if (answer?.ok === true) sessionStorage.setItem(KEPT, await answer.text());
  else if (answer?.status === USED_CODE) setRefusedBecause('used');
}
