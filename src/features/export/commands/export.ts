import { EXPORT_FORMAT_ROWS, EXPORT_FORMATS } from '../../../shared/values/export-formats';
import type { ExportedTuning } from '../../../shared/contract/applied-tuning';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { textsIn } from '../../../shared/words/texts';
import { exportCheckName, outcomeOfCheck } from '../../../shared/words/export-check';
import { defineCommand } from '../../../cli/command';
import { listedOn, ON_INPUTS } from '../../../cli/clusters';
import { FORMAT_INPUT, keyInput, OUT_INPUT, RUN_INPUT } from '../../../cli/common-inputs';
import { exportKind } from './exports-shown';
import { headText } from '../../../cli/heads';
import { formatFacts } from '../../../cli/layout';
import { DATE_INPUT, exportedWords, RULES_INPUT, rulesInput, tellExportedRules } from '../../../cli/rules';
import { tuningInput } from '../../../cli/tunings';
import { bundleNamed, count, counted } from '../../../cli/words';

const GUARDING = EXPORT_FORMATS.filter((format) => EXPORT_FORMAT_ROWS[format].guardsTexts);

export default defineCommand({
  name: 'export',
  group: 'Export',
  summary: 'Write the lists of a run for all profiles, checked before they are written',
  inputs: {
    run: RUN_INPUT,
    out: OUT_INPUT,
    format: FORMAT_INPUT,
    tuning: { kind: 'text', value: 'FILE or NAME', help: 'apply this tuning file, or this saved tuning, to the lists' },
    segment: { kind: 'text', value: 'NAME', help: 'with --tuning: to the profiles of this segment only' },
    rules: RULES_INPUT,
    date: DATE_INPUT,
    key: { kind: 'text', value: 'KEYFILE', help: 'translate pseudonyms back, with the key file of the import' },
    ...ON_INPUTS,
    acceptLists: { kind: 'flag', help: 'export lists of a bundle though they do not follow from its model' },
    raw: {
      kind: 'flag',
      help: `with ${GUARDING.join(' or ')}: write texts exactly, even those that a spreadsheet would run as formulas`,
    },
  },
  examples: [
    'export --run rrt9psbyug --out submission.csv',
    'export --run rrt9 --out lists.parquet --format parquet',
    'export --run rrt9 --out submission.csv --date 2026-12-01',
    'export --run rrt9 --out submission.csv --rules none',
    'export --run rrt9 --out submission.csv --on lab',
    'export --run rrt9 --out submission.csv --tuning louder --segment "age 4"',
  ],
  details: () =>
    [
      ...EXPORT_FORMATS.map((format) => `${format}: ${EXPORT_FORMAT_ROWS[format].help.en}`),
      '',
      'The saved rules of the data set that are on count, unless --rules names a file in their place, or none. What counted is recorded.',
      '',
      'With --on, the lists of the run are made again on the cluster in parts, joined here, and compared with those of its',
      'record; of a run that left its lists to units, they are made there. Rules and tunings are applied here.',
      '',
      `A file of the format ${GUARDING.join(' or ')} is safe to open in a spreadsheet: a text that begins like a formula gets an`,
      'apostrophe before it. A program that reads the file may want --raw.',
    ].join('\n'),
  async run(context, { run, out, format, raw, key, rules, date, tuning, segment, on, yes, acceptLists }) {
    if (segment !== undefined && tuning === undefined)
      throw new ShelfwiseError('usage', say('export.segment-without-tuning'));
    const client = await context.client();
    if (acceptLists) await client.runs.acceptLists({ runId: run });
    const choice = await rulesInput(context, rules, { runId: run, date });
    if (on !== undefined) await listedOn(context, client, { on, run, yes });
    const record = await client.runs.export(
      {
        runId: run,
        out: context.resolve(out),
        format,
        raw,
        ...keyInput(context, key),
        ...choice,
        ...(await tuningInput(context, tuning, { runId: run, segment })),
      },
      { signal: context.interrupt.signal },
    );
    tellExportedRules(context, record.rules ?? null);
    if (record.approval === null) {
      const same = Object.entries({ rules, date, tuning, segment })
        .flatMap(([option, value]) => (value === undefined ? [] : [` --${option} ${quoted(value)}`]))
        .join('');
      context.reporter.warn(
        `Nobody has approved these lists for export yet: "approve --run ${run}${same} --by NAME --reason TEXT" does.`,
      );
    }
    if (record.approval?.brought !== undefined) {
      const { by, brought } = record.approval;
      context.reporter.warn(
        `It is ${bundleNamed(brought)} that says that ${by} approved these lists: they are not approved on this computer.`,
      );
    }
    const failed = record.checks.filter((check) => !check.passed);
    const error =
      failed.length === 0 ? undefined : new ShelfwiseError('bad-data', failed.map(({ detail }) => detail).join(' '));
    return {
      json: record,
      text: (terminal) =>
        [
          ...record.checks.map((one) => {
            const { check, detail } = one;
            const [colour, sign] = MARKS[outcomeOfCheck(one, record)];
            const mark = terminal.style(colour, sign);
            const name = exportCheckName(check, textsIn('en'));
            return `${mark} ${name}${detail === '' ? '' : terminal.style('dim', `: ${detail}`)}`;
          }),
          formatFacts(terminal, [
            ['format', exportKind(record)],
            ['profiles', count(record.profiles)],
            ['sha256', record.sha256],
            ['tuning', record.tuning === undefined ? null : tuningWords(record.tuning)],
            ['rules', record.rules === undefined ? null : exportedWords(record)],
          ]),
          '',
          headText(record.head),
          '',
          record.path,
        ].join('\n'),
      ...(error && { error }),
    };
  },
});

const MARKS = { passed: ['green', '✓'], warned: ['yellow', '!'], notPassed: ['red', '✗'] } as const;

const quoted = (value: string): string => (/^[\w./-]+$/.test(value) ? value : `"${value}"`);

/** For example "louder, revision 2, for age 4 (320 profiles), 3f2a…". */
const tuningWords = ({ kept, segment, profiles, tuningSha256 }: ExportedTuning): string =>
  [
    kept === null ? 'of a file' : `${kept.name}, revision ${kept.revision}`,
    segment === null ? 'for all profiles' : `for ${segment.name} (${counted(profiles, 'profile')})`,
    tuningSha256,
  ].join(', ');
