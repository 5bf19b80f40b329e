import { MAP_SUBJECTS } from '../contract/make-map';
import type { SavedMap } from '../contract/map';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { defineCommand } from '../../../cli/command';
import { OUT_INPUT, RUN_INPUT } from '../../../cli/common-inputs';
import { type Client, type Context, longCall } from '../../../cli/context';
import { formatFacts } from '../../../cli/layout';
import { count } from '../../../cli/words';
import { say } from '../../../shared/words/sentence';

const NO_PARENT = 'none';

const facts = (saved: SavedMap): [string, string][] => [
  ['points', count(saved.points)],
  [
    'laid out',
    saved.placed === saved.points
      ? 'all'
      : `${count(saved.placed)}; the others lie beside those that they are most like`,
  ],
  ['clusters', count(saved.clusters)],
  ['begun at', saved.parent === null ? 'no earlier map' : `the map of ${saved.parent.runId}`],
  ['map sha256', saved.mapSha256],
  ['sha256', saved.sha256],
];

export default defineCommand({
  name: 'latent-map',
  group: 'Look at profiles, titles and lists',
  summary: 'Lay out the profiles or titles of a run in two dimensions, and write their places to a file',
  inputs: {
    run: RUN_INPUT,
    of: { kind: 'choice', value: 'WHICH', choices: MAP_SUBJECTS, default: 'profiles', help: 'what its points are' },
    out: { ...OUT_INPUT, help: 'where to write it: FILE.csv for a table of the points, FILE.json for all of it' },
    parent: {
      kind: 'text',
      value: `RUN or ${NO_PARENT}`,
      help: `make it anew, beginning at the map of this run, or "${NO_PARENT}"; without it the map that is there counts`,
    },
    raw: { kind: 'flag', help: 'in a table: write texts exactly, even those that a spreadsheet would run as formulas' },
  },
  examples: [
    'latent-map --run rrt9psbyug --out map.csv',
    'latent-map --run rrt9psbyug --of titles --out titles.json',
    `latent-map --run rrt9psbyug --parent ${NO_PARENT} --out map.json`,
  ],
  details: () =>
    [
      'Points that are alike lie near each other. x and y are about -1 to 1 and have no meaning of their own.',
      'The map is made once and kept with the run. A new one begins at the map of the run that this one was made from, or of an earlier one on',
      'the same data, so that what stayed alike stays where it was. The same run and the same beginning give the same bytes, on every Node.',
    ].join('\n'),
  async run(context, { run, of, out, parent, raw }) {
    const client = await context.client();
    const request = { runId: run, of };
    const save = (): Promise<SavedMap> => client.map.save({ ...request, out: context.resolve(out), raw });
    const make = (): Promise<void> =>
      made(context, client, {
        ...request,
        ...(parent !== undefined && { parent: parent === NO_PARENT ? null : parent }),
      });
    if (parent !== undefined) await make();
    const saved = await save().catch(async (thrown: unknown) => {
      // For a missing run, or one without a model, making the map reports the same.
      if (parent !== undefined || toShelfwiseError(thrown).code !== 'not-found') throw thrown;
      await make();
      return save();
    });
    return { json: saved, text: (terminal) => `${formatFacts(terminal, facts(saved))}\n${saved.path}` };
  },
});

/** Ctrl-C stops the work, which would otherwise continue for other watchers. */
async function made(context: Context, client: Client, request: Parameters<Client['map']['make']>[0]): Promise<void> {
  try {
    await longCall(context, (options) => client.map.make(request, options));
  } catch (thrown) {
    if (context.interrupt.signal.aborted) {
      await client.map.stop({ runId: request.runId, of: request.of });
      throw new ShelfwiseError('stopped', say('map.stopped'));
    }
    throw thrown;
  }
}
