import type { Dataset } from '../../../shared/contract/dataset';
import type { Label, LabelFile, Labels, PosterFolder } from '../../../shared/contract/labels';
import { labelKey, mergeEntries } from '../../../shared/contract/labels';
import { textField } from '../../../shared/values/csv';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import type { Client, Context } from '../../../cli/context';
import { DATA_INPUT } from '../../../cli/common-inputs';
import { resolveData } from '../../../cli/data';
import { stepTo, versionTable } from '../../../cli/history';
import { formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';

const WHY: Readonly<Record<LabelFile['leftOut'][number]['reason'], string>> = {
  fields: 'it has not two or three fields',
  unknown: 'the data has no such attribute or value',
  several: 'several attributes have this value: name the attribute in a first column',
  twice: 'an earlier row gives it another label',
  label: 'the label is too long, or is no single line',
};

const WHY_NOT_SHOWN: Readonly<Record<PosterFolder['refused'][number]['reason'], string>> = {
  outside: 'it is a link, or its name differs in upper and lower case',
  'too-large': 'it is larger than 1 MB',
  'no-picture': 'it is not a PNG, JPEG or WebP picture, or it is damaged',
  'too-many-pixels': 'it has more than 4 million pixels',
  animated: 'it is animated',
};

function labelTable(terminal: Terminal, { entries, colours, timeZone, posters }: Labels): string {
  const zone = `Days are shown in ${timeZone}.`;
  const pictures = posters === undefined ? [] : [`Pictures of titles are in ${posters}.`];
  const coloured = colours.map(({ genre, colour }) => `${genre}: ${colour}`).join(', ');
  const table =
    entries.length === 0
      ? 'No label is saved with this data set yet. "--print" prints a table to fill in, "--file FILE" reads it.'
      : formatTable(
          terminal,
          [{ title: 'attribute' }, { title: 'code' }, { title: 'label', shrinkTo: 12 }],
          entries.map(({ attribute, code = '', label }) => [attribute, code, label]),
        );
  return [table, zone, ...(coloured === '' ? [] : [`Colours: ${coloured}.`]), ...pictures].join('\n');
}

/** Every attribute and value of the data, and everything else with a label, in the form that --file accepts. */
function labelsAsCsv({ profileAttributes, itemAttributes }: Dataset, { entries }: Labels): string {
  const labelled = new Map(entries.map((entry) => [labelKey(entry), entry.label]));
  const named = [...profileAttributes, ...itemAttributes].flatMap(({ name, categories }) => [
    { attribute: name },
    ...categories.map((code) => ({ attribute: name, code })),
  ]);
  const all = new Map<string, Pick<Label, 'attribute' | 'code'>>();
  for (const one of [...named, ...entries]) all.set(labelKey(one), one);
  const rows = Array.from(all, ([key, { attribute, code = '' }]) =>
    // Labels may come from outside too: a bundle brings them.
    [attribute, code, labelled.get(key) ?? ''].map((text) => textField(text, 'guarded')).join(','),
  );
  return ['attribute,code,label', ...rows].join('\n');
}

async function addFile(context: Context, client: Client, data: string, file: string): Promise<Labels & LabelFile> {
  const { entries, leftOut } = await client.labels.readFile(
    { data, file: context.resolve(file) },
    { signal: context.interrupt.signal },
  );
  for (const { line, text, reason } of leftOut)
    context.reporter.warn(`Line ${line} is left out (${text}): ${WHY[reason]}.`);
  const { revision, entries: before } = await client.labels.get({ data });
  return { ...(await client.labels.set({ data, revision, entries: mergeEntries(before, entries) })), leftOut };
}

/** Sets the folder and says what the window will show from it. */
async function setPosters(context: Context, client: Client, data: string, typed: string): Promise<Labels> {
  const folder = context.resolve(typed);
  const { found, titles, refused, unmatched } = await client.labels.posterFolder({ data, folder });
  context.reporter.note(`${found} of ${titles} titles have a picture in ${folder}.`);
  if (unmatched !== null) {
    const { count, file, wanted } = unmatched;
    context.reporter.warn(
      `Pictures that bear the ID of no title: ${count}, such as ${file}. Name each like ${wanted}.`,
    );
  }
  for (const { file, reason } of refused) context.reporter.warn(`${file} is not shown: ${WHY_NOT_SHOWN[reason]}.`);
  const { revision } = await client.labels.get({ data });
  return client.labels.set({ data, revision, posters: folder });
}

export default defineCommand({
  name: 'labels',
  group: 'Data',
  summary:
    'Show how attributes, values, days and titles of a data set are shown; read labels, set time zone and pictures, or step back',
  inputs: {
    data: DATA_INPUT,
    file: { kind: 'text', value: 'FILE', help: 'add the labels of this table (CSV or Excel): attribute, code, label' },
    timeZone: { kind: 'text', value: 'ZONE', help: 'show days in this time zone, for example Asia/Seoul' },
    posters: { kind: 'text', value: 'FOLDER', help: 'show the pictures of this folder, named by the IDs of titles' },
    drawn: { kind: 'flag', help: 'show no pictures of a folder any more, only typeset covers' },
    print: { kind: 'flag', help: 'print a table of all attributes and values, to fill in and pass with --file' },
    history: { kind: 'flag', help: 'list what they were before' },
    back: { kind: 'flag', help: 'make them what they were one version before' },
    forward: { kind: 'flag', help: 'undo one --back' },
  },
  examples: [
    'labels --data 3f2a9c10',
    'labels --data 3f2a9c10 --print > labels.csv',
    'labels --data 3f2a9c10 --file labels.csv',
    'labels --data 3f2a9c10 --time-zone Asia/Seoul',
    'labels --data 3f2a9c10 --posters ./covers',
  ],
  async run(context, { data: typed, file, timeZone, posters, drawn, print, history, back, forward }) {
    const named = [file, timeZone, posters].map((one) => one !== undefined);
    const given = [...named, drawn, print, history, back, forward];
    if (given.filter(Boolean).length > 1) throw new ShelfwiseError('usage', say('labels.one-option'));
    const dataset = await resolveData(context, typed);
    const data = dataset.fingerprint;
    const client = await context.client();
    const told = (labels: Labels) => ({ json: labels, text: (terminal: Terminal) => labelTable(terminal, labels) });
    if (file !== undefined) return told(await addFile(context, client, data, file));
    if (posters !== undefined) return told(await setPosters(context, client, data, posters));
    const present = await client.labels.get({ data });
    const { revision } = present;
    if (timeZone !== undefined) return told(await client.labels.set({ data, revision, timeZone }));
    if (drawn) return told(await client.labels.set({ data, revision, posters: null }));
    if (print) return { json: present, text: () => labelsAsCsv(dataset, present) };
    if (!history && !back && !forward) return told(present);
    const { versions } = await client.labels.history({ data });
    if (history)
      return {
        json: { versions },
        text: (terminal) =>
          versions.length === 0
            ? 'No label was ever saved with this data set.'
            : versionTable(terminal, versions, [
                { title: 'labels', cell: ({ entries }) => String(entries.length) },
                { title: 'colours', cell: ({ colours }) => String(colours.length) },
                { title: 'time zone', cell: (version) => version.timeZone },
              ]),
      };
    return told(
      await client.labels.restore({ data, revision, to: stepTo(versions, back ? 'back' : 'forward').revision }),
    );
  },
});
