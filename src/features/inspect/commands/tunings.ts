import type { KeptTuning } from '../../../shared/contract/kept';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { DATA_INPUT } from '../../../cli/common-inputs';
import { resolveData } from '../../../cli/data';
import { historyNamed, stepTo, versionTable } from '../../../cli/history';
import { formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { jsonText } from '../../../cli/output';
import { keptTuning, readTuning } from '../../../cli/tunings';
import { minute } from '../../../cli/words';

function tuningTable(terminal: Terminal, tunings: readonly KeptTuning[]): string {
  if (tunings.length === 0)
    return 'No tuning is saved with this data set yet. "--keep FILE --name NAME --run RUN" saves one.';
  return formatTable(
    terminal,
    [{ title: 'name', shrinkTo: 12 }, { title: 'made on run' }, { title: 'changed (UTC)' }],
    tunings.map(({ name, runId, changedAt }) => [name, runId, minute(changedAt)]),
  );
}

const NAME = { title: 'name', shrinkTo: 12, cell: ({ name }: KeptTuning) => name };
const MADE_ON = { title: 'made on run', cell: ({ runId }: KeptTuning) => runId };

export default defineCommand({
  name: 'tunings',
  group: 'Tune lists and set rules',
  summary:
    'List the tunings that are saved with a data set; save, print, rename or remove one, or step back to what it was',
  inputs: {
    data: DATA_INPUT,
    keep: { kind: 'text', value: 'FILE', help: 'save this tuning file; needs --name and --run' },
    run: { kind: 'text', value: 'RUN', help: 'the run it was made on' },
    name: { kind: 'text', value: 'NAME', help: 'the name to save it under, or the new name with --rename' },
    print: { kind: 'text', value: 'NAME', help: 'print it, as a tuning file' },
    rename: { kind: 'text', value: 'NAME', help: 'give it another --name' },
    remove: { kind: 'text', value: 'NAME', help: 'remove it' },
    history: { kind: 'text', value: 'NAME', help: 'list what it was before' },
    back: {
      kind: 'text',
      value: 'NAME',
      help: 'make it what it was one version before, or bring it back if it was removed',
    },
    forward: { kind: 'text', value: 'NAME', help: 'undo one --back' },
  },
  examples: [
    'tunings --data 3f2a9c10',
    'tunings --data 3f2a9c10 --keep my-tuning.json --name louder --run rrt9psbyug',
    'tunings --data 3f2a9c10 --print louder > louder.json',
    'tunings --data 3f2a9c10 --back louder',
  ],
  async run(context, { data, keep, run, name, print, rename, remove, history, back, forward }) {
    if ([keep, print, rename, remove, history, back, forward].filter((typed) => typed !== undefined).length > 1)
      throw new ShelfwiseError('usage', say('tuning.one-option'));
    const { fingerprint } = await resolveData(context, data);
    const client = await context.client();
    const told = (answer: KeptTuning, text: string) => ({ json: answer, text: () => text });
    if (print !== undefined) {
      const { tuning } = await keptTuning(client, fingerprint, print);
      return { json: tuning, text: () => jsonText(tuning) };
    }
    if (remove !== undefined) {
      const known = await keptTuning(client, fingerprint, remove);
      await client.tuning.remove({ data: fingerprint, id: known.id, revision: known.revision });
      return told(known, `Removed the tuning ${known.name}.`);
    }
    if (rename !== undefined || keep !== undefined) {
      if (name === undefined) throw new ShelfwiseError('usage', say('tuning.no-name'));
      if (keep !== undefined && run === undefined) throw new ShelfwiseError('usage', say('tuning.run-made-on'));
      const given =
        keep === undefined
          ? await keptTuning(client, fingerprint, rename!)
          : { tuning: await readTuning(context.resolve(keep)), runId: (await client.runs.get({ runId: run! })).runId };
      const { changedAt: _, ...earlier } = { changedAt: '', ...given };
      const kept = await client.tuning.keep({ data: fingerprint, ...earlier, name });
      return told(kept, `Saved as ${kept.name}.`);
    }
    const asked = history ?? back ?? forward;
    if (asked !== undefined) {
      const known = historyNamed(await client.tuning.history({ data: fingerprint }), 'tuning', asked);
      if (history !== undefined)
        return { json: known, text: (terminal) => versionTable(terminal, known.versions, [NAME, MADE_ON]) };
      const { revision: to } = stepTo(known.versions, back === undefined ? 'forward' : 'back');
      const { id, revision } = known;
      const now = await client.tuning.restore({ data: fingerprint, id, revision, to });
      return told(now, `The tuning ${now.name} is what it was.`);
    }
    const tunings = await client.tuning.list({ data: fingerprint });
    return { json: { tunings }, text: (terminal) => tuningTable(terminal, tunings) };
  },
});
