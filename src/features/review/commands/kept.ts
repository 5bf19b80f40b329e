import type { Exchanged, ExchangeConflict } from '../contract/exchange';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { DATA_INPUT } from '../../../cli/common-inputs';
import { resolveData } from '../../../cli/data';
import { wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { counted, minute } from '../../../cli/words';

const at = (changedAt: string | null): string => (changedAt === null ? '' : ` (${minute(changedAt)} UTC)`);

/** Both versions, with owner and date. */
function versions(conflict: ExchangeConflict): [ours: string, theirs: string] {
  if (conflict.kind === 'note') {
    const { ours, theirs } = conflict;
    return [`${ours.text}${at(ours.changedAt)}`, `${theirs.text}${at(theirs.changedAt)}`];
  }
  const words = ({ decision, owner, runId, changedAt }: typeof conflict.ours): string =>
    `${[decision ?? 'open', owner, runId && `on ${runId}`].filter(Boolean).join(', ')}${at(changedAt)}`;
  return [words(conflict.ours), words(conflict.theirs)];
}

function told(terminal: Terminal, { saved, notes, decisions, same, unknown, dropped, conflicts }: Exchanged): string {
  const lines = (text: string): string => wrap(text, terminal.width).join('\n');
  return [
    `${saved ? 'Took' : 'Would take'} ${counted(notes, 'note')} and ${counted(decisions, 'decision')}; ${same} are the same here.`,
    ...(unknown === 0
      ? []
      : [`${counted(unknown, 'entry', 'entries')} about profiles that this data does not have: left.`]),
    ...(dropped === 0
      ? []
      : [
          `The history of notes has no room for all versions: ${counted(dropped, 'version')} ${saved ? 'gone' : 'would go'}, those of other workspaces first.`,
        ]),
    ...conflicts.map((one) => {
      const [ours, theirs] = versions(one);
      const which = one.taken === 'ours' ? 'what is here stays' : 'theirs is taken';
      return `${one.profile}, ${one.kind}: ${which}.\n${lines(`  here:   ${ours}`)}\n${lines(`  theirs: ${theirs}`)}`;
    }),
  ].join('\n');
}

export default defineCommand({
  name: 'kept',
  group: 'Review and approve',
  summary: 'Hand the notes and decisions on profiles to another workspace, or merge those of another one',
  inputs: {
    action: {
      kind: 'choice',
      argument: true,
      value: 'ACTION',
      choices: ['export', 'import'],
      help: 'export or import',
    },
    file: { kind: 'text', argument: true, value: 'FILE', help: 'the file to write, or to read' },
    data: { ...DATA_INPUT, required: true },
    theirs: { kind: 'flag', help: 'with import: where both say something else, take theirs' },
    take: { kind: 'texts', value: 'PROFILE', help: 'with import: the same, of this profile only' },
    look: { kind: 'flag', help: 'with import: only say what it would do' },
  },
  examples: [
    'kept export kept.json --data 3f2a9c10',
    'kept import kept.json --data 3f2a9c10 --look',
    'kept import kept.json --data 3f2a9c10 --take 1019',
  ],
  details: () =>
    [
      'What only one workspace says is kept. Where both say something else, both versions are shown, and what is here stays unless you say otherwise.',
      'A note that loses is among its earlier versions, while these have room: what they drop is counted. A decision that loses is in the audit log. Rules are handed on by "rules export".',
    ].join('\n'),
  async run(context, { action, file, data: typed, theirs, take, look }) {
    if (action === undefined || file === undefined) throw new ShelfwiseError('usage', say('exchange.what-and-file'));
    const client = await context.client();
    const { fingerprint: data } = await resolveData(context, typed);
    const place = context.resolve(file);
    if (action === 'export') {
      const written = await client.review.saveKept({ data, out: place });
      const { notes, decisions, path } = written;
      return { json: written, text: () => `${counted(notes, 'note')}, ${counted(decisions, 'decision')}\n${path}` };
    }
    const merged = await client.review.importKept({ data, file: place, theirs: theirs || take, save: !look });
    return { json: merged, text: (terminal) => told(terminal, merged) };
  },
});
