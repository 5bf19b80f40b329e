import type { BundleContents } from '../../../shared/contract/bundle';
import { ShelfwiseError } from '../../../shared/errors';
import { whyUnfollowing } from '../../../shared/values/why-unfollowing';
import { say } from '../../../shared/words/sentence';
import { describeBundle } from './bundle-shown';
import { type Answer, defineCommand } from '../../../cli/command';
import { type Client, type Context, longCall } from '../../../cli/context';
import { askYesNo, canAsk } from '../../../cli/question';
import { terminalOf } from '../../../cli/terminal';
import { counted, short } from '../../../cli/words';

/**
 * Shows the contents of the bundle and lets the user decide. @throws ShelfwiseError if the answer is no, or there is no
 * terminal to ask
 */
async function confirm(context: Context, contents: BundleContents): Promise<void> {
  // Such a bundle changes nothing, or the engine refuses it and says why.
  if (contents.here === 'same' || contents.here === 'another') return;
  if (context.wantsJson || !canAsk())
    throw new ShelfwiseError('usage', say('bundle.no-consent', { file: contents.file }));
  context.reporter.show(`${describeBundle(terminalOf(process.stderr), contents)}\n`);
  if (!(await askYesNo(context, 'Open it in this workspace?')))
    throw new ShelfwiseError('stopped', say('bundle.not-opened', { file: contents.file }));
}

async function open(context: Context, client: Client, file: string, manifestSha256: string | null): Promise<Answer> {
  const input = { file, ...(manifestSha256 !== null && { manifestSha256 }) };
  const answer = await longCall(context, (options) => client.runs.open(input, options));
  const data = answer.withData
    ? `its data set ${short(answer.fingerprint)} came with it`
    : `its data set ${short(answer.fingerprint)} is not in it; to verify, import that data first`;
  const { rules, notes } = answer;
  const came = [
    ...(rules === 0
      ? []
      : [`${counted(rules, 'rule')} came with it and count nowhere yet: shelfwise rules import --run ${answer.runId}`]),
    ...(notes.taken === 0 ? [] : [`${counted(notes.taken, 'note')} taken.`]),
    ...(notes.kept === 0 ? [] : [`On ${counted(notes.kept, 'profile')} the notes that were here stay.`]),
  ];
  const problem = answer.follows === null ? [] : whyUnfollowing(answer.runId, answer.follows);
  const next = answer.withData ? `verify ${answer.runId}` : `show ${answer.runId}`;
  return {
    json: answer,
    ...(problem.length > 0 && { error: new ShelfwiseError('different', [...problem, say('follows.decide')]) }),
    text: () =>
      answer.alreadyHere
        ? `Run ${answer.runId} is here already, exactly as in the bundle: ${counted(answer.checkedFiles, 'file')} checked, nothing changed.\nNext: shelfwise ${next}`
        : [
            `Opened run ${answer.runId}: ${counted(answer.checkedFiles, 'file')} checked, ${data}.`,
            ...came,
            `Next: shelfwise ${next}`,
          ].join('\n'),
  };
}

export default defineCommand({
  name: 'open',
  group: 'Carry, delete and restore',
  summary: 'Show what is in a bundle, ask, open it in the workspace and check every hash in it',
  inputs: {
    file: { kind: 'text', argument: true, required: true, value: 'FILE', help: 'a file that "bundle" wrote' },
    inspect: { kind: 'flag', help: 'only show what is in it; open nothing' },
    yes: { kind: 'flag', help: 'do not ask; needed with --json and where there is no terminal to ask on' },
  },
  examples: ['open run.shelfwise', 'open run.shelfwise --inspect', 'open run.shelfwise --yes --json'],
  details: () =>
    [
      'What a bundle says of itself is shown before anything of it is written. Its hashes prove that it came whole,',
      'not who made it: open only what comes from a source you trust.',
    ].join('\n'),
  async run(context, { file, inspect, yes }) {
    const client = await context.client();
    const path = context.resolve(file);
    if (yes && !inspect) return open(context, client, path, null);
    const contents = await client.runs.inspectBundle({ file: path });
    if (inspect) return { json: contents, text: (terminal) => describeBundle(terminal, contents) };
    await confirm(context, contents);
    return open(context, client, path, contents.manifestSha256);
  },
});
