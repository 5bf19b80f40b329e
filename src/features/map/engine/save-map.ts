/** Writes a map to a file that a person asks for: a table of its points, or all of it as JSON. The same map gives the same bytes. */
import * as path from 'node:path';
import type { MapSubject } from '../contract/make-map';
import type { RunMap, SavedMap } from '../contract/map';
import { csvField, idField, type TextForm, textField } from '../../../shared/values/csv';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { RunSession } from '../../../engine/sessions/run-session';
import { writeFileOfProfiles } from '../../../engine/data/privacy/written-files';
import { refuseTarget, writeUserFile } from '../../../engine/storage/user-files';
import type { Workspace } from '../../../engine/storage/workspace';
import { writeRecords } from '../../../engine/storage/write-records';
import { keptMap, runMap } from './run-map';

interface SaveMap {
  readonly of: MapSubject;
  readonly out: string;
  /** Form of texts in a table. */
  readonly form: TextForm;
}

/** @throws ShelfwiseError `usage` if the file ends in neither .csv nor .json, `not-found` if the map is not made yet; as `writeUserFile` */
export async function saveMap(
  workspace: Workspace,
  session: RunSession,
  { of, out, form }: SaveMap,
): Promise<SavedMap> {
  const ending = path.extname(out).toLowerCase();
  if (ending !== '.csv' && ending !== '.json')
    throw new ShelfwiseError('usage', say('map.other-ending', { file: path.basename(out) }));
  // Checked before the error that there is no map, on which the caller would first have one made.
  await refuseTarget(workspace, path.resolve(out));
  const kept = await keptMap(session, of);
  if (kept === null) throw new ShelfwiseError('not-found', say('map.not-made', { run: session.record.runId }));
  const map = await runMap(session, of, false);
  // For millions of profiles the text would be longer than a string may be.
  const records = ending === '.csv' ? tableOf(map, form) : jsonOf(map);
  const fill = (temporary: string): Promise<string> => writeRecords(temporary, records);
  const { path: written, result: sha256 } =
    of === 'profiles'
      ? await writeFileOfProfiles(workspace, session.record.dataset.fingerprint, out, fill)
      : await writeUserFile(workspace, out, fill);
  const { runId, parent, total: points, placed, clusters } = map;
  return {
    runId,
    of,
    points,
    placed,
    clusters: clusters.length,
    parent,
    mapSha256: kept.sha256,
    path: written,
    sha256,
  };
}

/** One line per point; its cluster as numbered in the window, from 1. */
function* tableOf(map: RunMap, form: TextForm): Generator<string> {
  const { ids, titles, x, y, cluster, from } = map;
  const heading = [
    'id',
    ...(titles === null ? [] : ['title']),
    'x',
    'y',
    'cluster',
    ...(from === null ? [] : ['from_x', 'from_y']),
  ];
  yield `${heading.map(csvField).join(',')}\n`;
  for (const [point, id] of ids.entries())
    yield `${[
      idField(id, form),
      ...(titles === null ? [] : [textField(titles[point] ?? '', form)]),
      String(x[point]),
      String(y[point]),
      String(cluster[point]! + 1),
      ...(from === null ? [] : [from.x[point], from.y[point]].map((value) => String(value ?? ''))),
    ].join(',')}\n`;
}

/** One point per line, so that two maps can be compared line by line. */
function* jsonOf({
  runId,
  of,
  basis,
  sha256: mapSha256,
  parent,
  total,
  placed,
  clusters,
  directions,
  ...points
}: RunMap): Generator<string> {
  const { ids, titles, x, y, cluster, from } = points;
  const facts = { runId, of, basis, mapSha256, parent, total, placed, clusters, directions };
  yield `${JSON.stringify(facts).slice(0, -1)},"points":[\n`;
  for (const [point, id] of ids.entries()) {
    const line = JSON.stringify({
      id,
      ...(titles && { title: titles[point] }),
      x: x[point],
      y: y[point],
      cluster: cluster[point],
      ...(from && { from: from.x[point] === null ? null : { x: from.x[point], y: from.y[point] } }),
    });
    yield point === 0 ? line : `,\n${line}`;
  }
  yield '\n]}\n';
}
