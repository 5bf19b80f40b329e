import { defineCommand } from '../../../cli/command';
import { RUN_ARGUMENT } from '../../../cli/common-inputs';
import { formatFacts } from '../../../cli/layout';
import { minute } from '../../../cli/words';

const YES_OR_NO = ['yes', 'no'] as const;

/** Undefined stays unchanged. */
const asFlag = (typed: 'yes' | 'no' | undefined): boolean | undefined => typed && typed === 'yes';

export default defineCommand({
  name: 'mark',
  group: 'Train and judge',
  summary: 'Rename a run, star it, write a note on it, archive it, make it the run in use; or show these marks',
  inputs: {
    run: RUN_ARGUMENT,
    name: { kind: 'text', value: 'TEXT', help: 'its new name; "-" gives it back the one in its record' },
    note: { kind: 'text', value: 'TEXT', help: 'write this in place of the note that is there; "-" takes it away' },
    star: { kind: 'choice', value: 'yes or no', choices: YES_OR_NO, help: 'star it, or take the star away' },
    archive: {
      kind: 'choice',
      value: 'yes or no',
      choices: YES_OR_NO,
      help: 'archive it, or take it out of the archive',
    },
    use: {
      kind: 'choice',
      value: 'yes or no',
      choices: YES_OR_NO,
      help: 'make it the run in use, with which a refresh begins, or take that back',
    },
  },
  examples: [
    'mark rxvrv4t4ss --name "for the spring page" --star yes',
    'mark rxvrv4t4ss --archive yes',
    'mark rxvrv4t4ss --use yes',
  ],
  details: () => 'The record of a run never changes: what is said here is saved beside it.',
  async run(context, { run, name, note, star, archive, use }) {
    const client = await context.client();
    const { runId, marks } = await client.runs.get({ runId: run });
    const [starred, archived] = [asFlag(star), asFlag(archive)];
    const change = {
      ...(name !== undefined && { name: name === '-' ? null : name }),
      ...(note !== undefined && { note: note === '-' ? '' : note }),
      ...(starred !== undefined && { starred }),
      ...(archived !== undefined && { archived }),
    };
    if (Object.keys(change).length > 0) await client.runs.mark({ runId, revision: marks.revision, ...change });
    if (use !== undefined) await client.runs.choose({ runId, chosen: use === 'yes' });
    const marked = await client.runs.get({ runId });
    return {
      json: { runId, shownName: marked.name, ...marked.marks },
      text: (terminal) =>
        formatFacts(terminal, [
          ['run', runId],
          ['name', marked.name],
          ['starred', marked.marks.starred ? 'yes' : 'no'],
          ['archived', marked.marks.archived ? 'yes' : 'no'],
          ['in use', marked.marks.chosenAt === undefined ? 'no' : `since ${minute(marked.marks.chosenAt)} UTC`],
          ['note', marked.marks.note],
        ]),
    };
  },
});
