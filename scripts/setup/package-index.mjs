// Files of the Python package index, fetched by Node: from the index that pip is configured to use, so that a company's
// mirror serves here too, otherwise from pip's default. The simple repository API: PEP 503, and as JSON PEP 691.
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** pip's own default. */
const PUBLIC_INDEX = 'https://pypi.org/simple';
const JSON_FORM = 'application/vnd.pypi.simple.v1+json';

/**
 * pip's configuration files on one system, in order of precedence (pip, "Configuration").
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} home
 * @param {string} platform
 */
function configurationFiles(environment, home, platform) {
  const told = environment['PIP_CONFIG_FILE'];
  const first = told === undefined ? [] : [told];
  if (platform === 'win32')
    return [
      ...first,
      path.join(environment['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'pip', 'pip.ini'),
      path.join(home, 'pip', 'pip.ini'),
      path.join(environment['PROGRAMDATA'] ?? 'C:\\ProgramData', 'pip', 'pip.ini'),
    ];
  const shared = (environment['XDG_CONFIG_DIRS'] || '/etc/xdg').split(':').filter(Boolean);
  return [
    ...first,
    ...(platform === 'darwin' ? [path.join(home, 'Library', 'Application Support', 'pip', 'pip.conf')] : []),
    path.join(environment['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'pip', 'pip.conf'),
    path.join(home, '.pip', 'pip.conf'),
    ...(platform === 'darwin' ? ['/Library/Application Support/pip/pip.conf'] : []),
    ...shared.map((folder) => path.join(folder, 'pip', 'pip.conf')),
    '/etc/pip.conf',
  ];
}

/** `index-url` of the section [global], or null. */
function indexIn(configuration) {
  let section = '';
  for (const line of configuration.split(/\r?\n/)) {
    section = /^\s*\[(.+)\]\s*$/.exec(line)?.[1] ?? section;
    const address = /^\s*index[-_]url\s*[=:]\s*(\S+)\s*$/.exec(line)?.[1];
    if (section === 'global' && address !== undefined) return address;
  }
  return null;
}

function textIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @returns {string} the address of the index without a trailing slash; it may hold a name and a password
 */
export function packageIndex({ environment = process.env, home = os.homedir(), platform = process.platform } = {}) {
  const found =
    environment['PIP_INDEX_URL'] ||
    configurationFiles(environment, home, platform).reduce(
      (address, file) => address ?? indexIn(textIfThere(file)),
      null,
    );
  return (found ?? PUBLIC_INDEX).replace(/\/+$/, '');
}

/** Why a file of the index cannot be had, as the end of a sentence. */
export class IndexFailure extends Error {}

/** fetch refuses addresses with a name and a password in them; they belong in a header, and nowhere else. */
function split(address) {
  const url = new URL(address);
  if (url.username === '') return { url, headers: {} };
  const secret = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  return { url, headers: { authorization: `Basic ${Buffer.from(secret).toString('base64')}` } };
}

async function ask(address, accept) {
  let parts;
  try {
    parts = split(address);
  } catch {
    throw new IndexFailure('the address of the package index that pip is configured to use cannot be read');
  }
  let response;
  try {
    response = await fetch(parts.url, { headers: { ...parts.headers, ...(accept && { accept }) } });
  } catch (error) {
    // "getaddrinfo ENOTFOUND ..." rather than "fetch failed".
    throw new IndexFailure(`${parts.url.host} cannot be reached (${error.cause?.message || error.message})`);
  }
  if (response.ok) return response;
  await response.body?.cancel();
  throw new IndexFailure(`${parts.url.host} refused ${parts.url.pathname} (${response.status})`);
}

/**
 * @param {{ project: string, file: string }} wheel
 * @param {string} [index]
 * @returns {Promise<Response>} whose body is the file
 * @throws {IndexFailure}
 */
export async function fetchFromIndex({ project, file }, index = packageIndex()) {
  const page = await ask(`${index}/${project}/`, `${JSON_FORM}, text/html;q=0.5`);
  const link = linksOf(await page.text()).find(({ name }) => name === file);
  if (link === undefined) throw new IndexFailure(`${new URL(page.url).host} has no ${file}`);
  const address = new URL(link.url, page.url);
  // The fragment is the index's own hash; ours is pinned.
  address.hash = '';
  const own = new URL(index);
  // The password is for the configured index only, not for a host that it sends us to.
  if (address.origin === own.origin) [address.username, address.password] = [own.username, own.password];
  return ask(address.href);
}

function linksOf(page) {
  try {
    return JSON.parse(page).files.map(({ filename, url }) => ({ name: filename, url }));
  } catch {
    return Array.from(page.matchAll(/<a\s[^>]*?href\s*=\s*["']([^"']+)["'][^>]*>([^<]*)<\/a>/gi), (match) => ({
      url: match[1].replaceAll('&amp;', '&'),
      name: match[2].trim(),
    }));
  }
}
