/** Shows and steps through earlier versions of notes, tunings and segments. */
import { stepFrom } from '../shared/contract/kept';
import { ShelfwiseError } from '../shared/errors';
import { allowedWords } from '../shared/values/suggest';
import { formatTable, type Column } from './layout';
import type { Terminal } from './terminal';
import { minute } from './words';
import { say } from '../shared/words/sentence';

interface Version {
  readonly revision: number;
  readonly changedAt: string | null;
  readonly current: boolean;
}

interface History {
  readonly name: string;
  readonly removed: boolean;
}

/** Latest first; an arrow marks the current version. */
export function versionTable<Kind extends Version>(
  terminal: Terminal,
  versions: readonly Kind[],
  columns: readonly (Column & { cell: (version: Kind) => string })[],
): string {
  return formatTable(
    terminal,
    [{ title: '' }, { title: 'changed (UTC)' }, ...columns],
    versions.map((version) => [
      version.current ? '>' : '',
      version.changedAt === null ? '–' : minute(version.changedAt),
      ...columns.map(({ cell }) => cell(version)),
    ]),
  );
}

/** @throws ShelfwiseError `usage` without a version to step to */
export function stepTo<Kind extends Version>(versions: readonly Kind[], direction: 'back' | 'forward'): Kind {
  const version = stepFrom(versions, direction);
  if (version !== null) return version;
  throw new ShelfwiseError(
    'usage',
    say(direction === 'back' ? 'command-line.no-earlier-version' : 'command-line.no-later-version'),
  );
}

/**
 * Finds a history by its present name, or by the name of the last removed one.
 * @throws ShelfwiseError `not-found` with the existing names
 */
export function historyNamed<Kind extends History>(histories: readonly Kind[], word: string, name: string): Kind {
  const isName = (other: string): boolean => other.normalize().toLowerCase() === name.normalize().toLowerCase();
  const found =
    histories.find((history) => !history.removed && isName(history.name)) ??
    histories.findLast((history) => history.removed && isName(history.name));
  if (found !== undefined) return found;
  const names = histories.map((history) => history.name);
  throw new ShelfwiseError('not-found', [
    say('command-line.no-history', { kind: word, name }),
    ...(names.length === 0 ? [] : allowedWords(name, names)),
  ]);
}
