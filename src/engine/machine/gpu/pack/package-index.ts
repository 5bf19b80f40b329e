/**
 * The Python package index of this machine: the one that pip is configured to use, so a company's mirror serves Shelfwise too; otherwise pip's
 * default. The format is the simple repository API (PEP 503 and, as JSON, PEP 691).
 */
import * as os from 'node:os';
import * as path from 'node:path';
import * as z from 'zod';
import { absoluteOr } from '../../../../node/application-data';
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { jsonOrNull, readTextIfThere } from '../../../storage/read-files';
import { ask } from './http';
import type { Wheel } from './pins';

/** pip's own default. */
const PUBLIC_INDEX = 'https://pypi.org/simple';

const JSON_FORM = 'application/vnd.pypi.simple.v1+json';

const pageSchema = z.object({ files: z.array(z.object({ filename: z.string(), url: z.string() })) });

/** pip's configuration files, in order of precedence (pip, "Configuration"). */
function configurationFiles(environment: NodeJS.ProcessEnv, home: string): string[] {
  const own = absoluteOr(environment['XDG_CONFIG_HOME'], path.join(home, '.config'));
  const shared = (environment['XDG_CONFIG_DIRS'] ?? '/etc/xdg').split(':').filter(Boolean);
  return [
    ...(environment['PIP_CONFIG_FILE'] === undefined ? [] : [environment['PIP_CONFIG_FILE']]),
    path.join(own, 'pip', 'pip.conf'),
    path.join(home, '.pip', 'pip.conf'),
    ...shared.map((folder) => path.join(folder, 'pip', 'pip.conf')),
    '/etc/pip.conf',
  ];
}

/** `index-url` of the section [global], or null. */
function indexIn(configuration: string): string | null {
  let section = '';
  for (const line of configuration.split(/\r?\n/)) {
    section = /^\s*\[(.+)\]\s*$/.exec(line)?.[1] ?? section;
    const address = /^\s*index[-_]url\s*[=:]\s*(\S+)\s*$/.exec(line)?.[1];
    if (section === 'global' && address !== undefined) return address;
  }
  return null;
}

/** The address of the index, without a trailing slash. It may contain a name and a password: see `withoutSecrets`. */
export async function packageIndex(
  environment: NodeJS.ProcessEnv = process.env,
  home: string = os.homedir(),
): Promise<string> {
  const told = environment['PIP_INDEX_URL'];
  if (told) return told.replace(/\/+$/, '');
  for (const file of configurationFiles(environment, home)) {
    const address = indexIn((await readTextIfThere(file).catch(() => null)) ?? '');
    if (address !== null) return address.replace(/\/+$/, '');
  }
  return PUBLIC_INDEX;
}

/** The address for people and logs. */
export function withoutSecrets(address: string): string {
  try {
    const url = new URL(address);
    url.username = '';
    url.password = '';
    return url.href.replace(/\/+$/, '');
  } catch {
    return '(an address that cannot be read)';
  }
}

/**
 * The address of a wheel on the index.
 * @throws ShelfwiseError `not-found` if the index cannot be reached or has no such file
 */
export async function addressOf(index: string, wheel: Wheel, signal?: AbortSignal): Promise<string> {
  const page = `${index}/${wheel.project}/`;
  const response = await ask(page, { headers: { accept: `${JSON_FORM}, text/html;q=0.5` }, signal });
  const found = linksOf(await response.text()).find(({ name }) => name === wheel.file);
  if (found === undefined)
    throw new ShelfwiseError(
      'not-found',
      say('download.not-there', { index: withoutSecrets(index), file: wheel.file }),
    );
  const address = new URL(found.url, response.url);
  // The fragment is the index's own hash; ours is pinned.
  address.hash = '';
  const own = new URL(index);
  // The password is for the configured index only, not for a host that it redirects to.
  if (address.origin === own.origin) [address.username, address.password] = [own.username, own.password];
  return address.href;
}

function linksOf(page: string): { name: string; url: string }[] {
  const parsed = pageSchema.safeParse(jsonOrNull(page));
  if (parsed.success) return parsed.data.files.map(({ filename, url }) => ({ name: filename, url }));
  return Array.from(page.matchAll(/<a\s[^>]*?href\s*=\s*["']([^"']+)["'][^>]*>([^<]*)<\/a>/gi), (match) => ({
    url: match[1]!.replaceAll('&amp;', '&'),
    name: match[2]!.trim(),
  }));
}
