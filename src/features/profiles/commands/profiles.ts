import type { KeptSegment } from '../../../shared/contract/kept';
import type { ProfileFilter, ProfileRow } from '../../../shared/contract/profiles';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { type FilterPart, filterParts } from '../../../shared/values/filter-parts';
import { defineCommand } from '../../../cli/command';
import { DATA_INPUT } from '../../../cli/common-inputs';
import type { Client } from '../../../cli/context';
import { resolveData } from '../../../cli/data';
import { historyNamed, stepTo, versionTable } from '../../../cli/history';
import { blocks, formatTable } from '../../../cli/layout';
import { segmentNamed } from '../../../cli/segments';
import type { Terminal } from '../../../cli/terminal';
import { count, counted, day, decimals, percent } from '../../../cli/words';

type Page = Awaited<ReturnType<Client['profiles']['page']>>;

function profileTable(terminal: Terminal, { all, total, rows }: Page): string {
  const names = Object.keys(rows[0]?.attributes ?? {});
  const isMeasured = rows.some(({ stability }) => stability !== null);
  const flags = (row: ProfileRow): string =>
    [row.reviewed ? 'reviewed' : '', row.noted ? 'note' : ''].filter((flag) => flag !== '').join(', ');
  return blocks(
    `${count(total)} of ${counted(all, 'profile')}${rows.length < total ? `, the first ${count(rows.length)}` : ''}`,
    rows.length === 0
      ? null
      : formatTable(
          terminal,
          [
            { title: 'profile' },
            ...names.map((title) => ({ title, shrinkTo: 6 })),
            { title: 'watched', align: 'right' },
            { title: 'last active' },
            { title: 'score', align: 'right' },
            ...(isMeasured ? [{ title: 'stays', align: 'right' } as const] : []),
            { title: '' },
          ],
          rows.map((row) => [
            row.profile,
            ...names.map((name) => row.attributes[name] ?? '–'),
            count(row.watched),
            row.lastActive === null ? '–' : day(row.lastActive),
            decimals(row.score, 3),
            ...(isMeasured ? [row.stability === null ? '–' : percent(row.stability)] : []),
            flags(row),
          ]),
        ),
  );
}

/** "sex=M" twice for one attribute means either. An empty value means missing. */
function attributesWanted(where: readonly string[]): NonNullable<ProfileFilter['attributes']> {
  const wanted = new Map<string, (string | null)[]>();
  for (const typed of where) {
    const equals = typed.indexOf('=');
    if (equals < 1) throw new ShelfwiseError('usage', say('profile.bad-where', { typed }));
    const value = typed.slice(equals + 1);
    const name = typed.slice(0, equals);
    // No attribute may have this name (docs/data-format.md): it would be lost between processes.
    if (name === '__proto__') throw new ShelfwiseError('usage', say('profile.no-attribute', { name }));
    wanted.set(name, [...(wanted.get(name) ?? []), value === '' ? null : value]);
  }
  return Object.fromEntries(wanted);
}

/** As typed: "sex=F sex= watched 3 to 9". */
const filterWords = (filter: ProfileFilter): string => filterParts(filter).map(partWords).join(' ');

function partWords(part: FilterPart): string {
  switch (part.kind) {
    case 'text':
      return `"${part.text}"`;
    case 'profiles':
      return counted(part.profiles.length, 'chosen profile');
    case 'attribute':
      return part.values.map((value) => `${part.name}=${value ?? ''}`).join(' ');
    case 'watched':
    case 'score':
      return `${part.kind} ${part.bounds.from ?? ''} to ${part.bounds.to ?? ''}`;
    case 'reviewed':
      return part.reviewed ? 'reviewed' : 'not reviewed';
    case 'noted':
      return part.noted ? 'with a note' : 'without a note';
    case 'shaky':
      return part.shaky ? 'shaky' : 'firm';
  }
}

const NAME = { title: 'name', shrinkTo: 12, cell: ({ name }: KeptSegment) => name };
const FILTER = { title: 'filter', shrinkTo: 20, cell: ({ filter }: KeptSegment) => filterWords(filter) };

export default defineCommand({
  name: 'profiles',
  group: 'Look at profiles, titles and lists',
  summary: 'List profiles by their attributes; save a filter as a segment',
  inputs: {
    data: DATA_INPUT,
    run: { kind: 'text', value: 'RUN', help: 'show the score of each in this run' },
    where: {
      kind: 'texts',
      value: 'attribute=value',
      help: 'only these; with nothing after the =, those without a value',
    },
    watchedFrom: { kind: 'integer', value: 'N', minimum: 0, maximum: 1e9, help: 'at least this many titles watched' },
    watchedTo: { kind: 'integer', value: 'N', minimum: 0, maximum: 1e9, help: 'at most this many titles watched' },
    shaky: { kind: 'flag', help: 'only those with a shaky list in --run, as stability --run measured it last' },
    segment: { kind: 'text', value: 'NAME', help: 'the filter that is saved under this name' },
    keep: { kind: 'text', value: 'NAME', help: 'save this filter as a segment' },
    remove: { kind: 'text', value: 'NAME', help: 'remove this segment' },
    history: { kind: 'text', value: 'NAME', help: 'list what this segment was before' },
    back: {
      kind: 'text',
      value: 'NAME',
      help: 'make it what it was one version before, or bring it back if it was removed',
    },
    forward: { kind: 'text', value: 'NAME', help: 'undo one --back' },
    segments: { kind: 'flag', help: 'list the segments instead' },
    sort: {
      kind: 'text',
      value: 'COLUMN',
      help: 'profile, watched, lastActive, score, stability or an attribute, smallest first',
    },
    limit: { kind: 'integer', value: 'N', minimum: 1, maximum: 1e9, default: 50, help: 'at most this many rows' },
  },
  examples: [
    'profiles --data 3f2a9c10 --where sex=F --where age=4 --watched-from 5',
    'profiles --data 3f2a9c10 --where age=4 --keep "age 4"',
    'profiles --data 3f2a9c10 --segment "age 4" --run rrt9psbyug --sort score',
  ],
  async run(context, typed) {
    const { fingerprint: data } = await resolveData(context, typed.data);
    const client = await context.client();
    if (typed.segments) {
      const segments = await client.segments.list({ data });
      const names = segments.map(({ name }) => name);
      return { json: { segments }, text: () => names.join('\n') || 'No segment is saved with this data set yet.' };
    }
    if (typed.remove !== undefined) {
      const { id, revision, name } = await segmentNamed(client, data, typed.remove);
      await client.segments.remove({ data, id, revision });
      return { json: { removed: id, name }, text: () => `Removed the segment ${name}.` };
    }
    const asked = typed.history ?? typed.back ?? typed.forward;
    if (asked !== undefined) {
      const known = historyNamed(await client.segments.history({ data }), 'segment', asked);
      if (typed.history !== undefined)
        return { json: known, text: (terminal) => versionTable(terminal, known.versions, [NAME, FILTER]) };
      const { revision: to } = stepTo(known.versions, typed.back === undefined ? 'forward' : 'back');
      const now = await client.segments.restore({ data, id: known.id, revision: known.revision, to });
      return { json: now, text: () => `The segment ${now.name} is what it was.` };
    }
    const kept = typed.segment === undefined ? {} : (await segmentNamed(client, data, typed.segment)).filter;
    const { watchedFrom: from, watchedTo: to } = typed;
    const attributes = attributesWanted(typed.where);
    const filter: ProfileFilter = {
      ...kept,
      ...(Object.keys(attributes).length > 0 && { attributes: { ...kept.attributes, ...attributes } }),
      ...((from !== undefined || to !== undefined) && {
        watched: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
      }),
      ...(typed.shaky && { shaky: true }),
    };
    const page = await client.profiles.page({
      data,
      start: 0,
      end: typed.limit,
      filter,
      ...(typed.run !== undefined && { runId: typed.run }),
      ...(typed.sort !== undefined && { sort: { column: typed.sort, descending: false } }),
    });
    if (typed.keep !== undefined) await client.segments.keep({ data, name: typed.keep, filter });
    return { json: { ...page, filter }, text: (terminal) => profileTable(terminal, page) };
  },
});
