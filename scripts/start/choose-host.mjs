// Electron or browser: what this machine can do.
import { electronExecutable, fetchElectron } from './electron-binary.mjs';

/** A window needs a screen; Windows and macOS always have one for a logged-in user. */
function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * @param {{ browser: boolean, say: (text: string) => void }} options
 * @returns {Promise<{ kind: 'browser', reason: string } | { kind: 'electron', executable: string, reason: string }>}
 */
export async function chooseHost({ browser, say }) {
  if (browser) return { kind: 'browser', reason: 'you asked for it' };
  if (!hasDisplay()) return { kind: 'browser', reason: 'there is no display for a window (DISPLAY is not set)' };
  const found = electronExecutable();
  if (found !== null) return { kind: 'electron', executable: found, reason: 'its binary and a display are there' };
  const failure = await fetchElectron(say);
  const fetched = electronExecutable();
  if (fetched !== null) return { kind: 'electron', executable: fetched, reason: 'its binary was fetched' };
  return { kind: 'browser', reason: failure };
}
