import type { AuditEntry, HeadComparison } from '../../../shared/contract/audit';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { textsIn } from '../../../shared/words/texts';
import type { Answer } from '../../../cli/command';
import { defineCommand } from '../../../cli/command';
import { RUN_INPUT } from '../../../cli/common-inputs';
import type { Context } from '../../../cli/context';
import { headText } from '../../../cli/heads';
import { blocks, formatTable } from '../../../cli/layout';
import { minute } from '../../../cli/words';
import { headSentences, isHeld } from '../words/head-sentences';

/** An action that did not complete, and a line that is not what it was. */
const OUTCOMES = { completed: '', failed: ' (failed)', open: ' (unfinished)' } as const;
const CHAIN = { before: 'from before the chain', broken: 'CHAIN BROKEN before this line' } as const;

const toldLine = ({ what, outcome, chain }: AuditEntry): string =>
  [`${what}${outcome === undefined ? '' : OUTCOMES[outcome]}`, ...(chain === undefined ? [] : [CHAIN[chain]])].join(
    ', ',
  );

const isTampered = ({ what, chain }: AuditEntry): boolean => chain === 'broken' || what === 'missing';

const tampered = (): ShelfwiseError => new ShelfwiseError('different', say('review.log-tampered'));

const optional = { kind: 'text', value: 'FILE' } as const;

export default defineCommand({
  name: 'audit',
  group: 'Review and approve',
  summary: 'Show what was decided, approved and exported of the data set of a run, and hold it against a kept head',
  inputs: {
    run: { ...RUN_INPUT, required: undefined },
    head: { kind: 'flag', help: 'with --run: sign the head of the log, for somebody else to keep' },
    against: { ...optional, help: 'hold the log against the head in this file' },
    cosign: { ...optional, help: 'sign the head of another workspace in this file, beside it' },
    out: { ...optional, help: 'with --head or --cosign: where to write it' },
    newKey: { kind: 'flag', help: 'give this workspace another key, signed by the one that it has' },
  },
  examples: [
    'audit --run rrt9psbyug',
    'audit --run rrt9psbyug --head --out head.txt',
    'audit --against head.txt',
    'audit --cosign head.txt --out cosigned.txt',
  ],
  details: () =>
    [
      'A head stands for all lines of the log until now. Whoever may write the workspace can write its whole log anew, with all that knows of it: only a',
      'head that somebody else keeps tells. Each approval and export prints one, and a report has it.',
      '',
      '--against ends with the status 6 where the log is not what the head says, 3 where the signature does not hold, and 2 for a head of another',
      'workspace. A workspace that signs the head of another one (--cosign) says that it saw it; its key is in the name of its signature.',
    ].join('\n'),
  async run(context, { run, head, against, cosign, out, newKey }) {
    const asked = [run, against, cosign, newKey || undefined].filter((one) => one !== undefined);
    const isWritten = head || out !== undefined;
    if (
      asked.length !== 1 ||
      (isWritten && run === undefined && cosign === undefined) ||
      (head && cosign !== undefined)
    )
      throw new ShelfwiseError('usage', say('audit.one-of'));
    if (against !== undefined) return compared(context, against);
    if (cosign !== undefined) return cosigned(context, cosign, out);
    if (newKey) return keyChanged(context);
    return isWritten ? signed(context, run!, out) : listed(context, run!);
  },
});

async function listed(context: Context, runId: string): Promise<Answer> {
  const entries = await (await context.client()).review.audit({ runId });
  return {
    ...(entries.some(isTampered) && { error: tampered() }),
    json: { entries },
    text: (terminal) =>
      entries.length === 0
        ? 'Nothing was decided, approved or exported yet.'
        : formatTable(
            terminal,
            [{ title: 'when (UTC)' }, { title: 'what' }, { title: 'run' }, { title: 'details', shrinkTo: 20 }],
            entries.map((entry) => {
              const { at, what: _, runId: of = '', outcome: __, chain: ___, ...details } = entry;
              return [
                at === '' ? '–' : minute(at),
                toldLine(entry),
                of,
                Object.entries(details)
                  .filter(([, value]) => value !== null && value !== '')
                  .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
                  .join(', '),
              ];
            }),
          ),
  };
}

async function signed(context: Context, runId: string, out: string | undefined): Promise<Answer> {
  const { heads } = await context.client();
  if (out === undefined) {
    const head = await heads.sign({ runId });
    return { json: head, text: () => headText(head) };
  }
  const saved = await heads.save({ runId, out: context.resolve(out) });
  return { json: saved, text: () => blocks(headText(saved), saved.path) };
}

async function compared(context: Context, file: string): Promise<Answer> {
  const found = await (await context.client()).heads.compare({ file: context.resolve(file) });
  return {
    ...(!isHeld(found) && { error: notHeld(found) }),
    json: found,
    text: () => headSentences(found, textsIn('en')).join('\n'),
  };
}

function notHeld({ verdict }: HeadComparison): ShelfwiseError {
  if (verdict === 'other-workspace') return new ShelfwiseError('usage', say('audit.not-compared'));
  if (verdict === 'bad-signature') return new ShelfwiseError('bad-data', say('audit.not-compared'));
  return new ShelfwiseError('different', say('audit.not-held'));
}

async function cosigned(context: Context, file: string, out: string | undefined): Promise<Answer> {
  const { heads } = await context.client();
  const both = await heads.cosign({
    file: context.resolve(file),
    ...(out !== undefined && { out: context.resolve(out) }),
  });
  return {
    json: both,
    text: () =>
      blocks(
        both.text.trimEnd(),
        `Signed with the key ${both.publicKey}. Tell it to whoever keeps the head.`,
        both.path ?? null,
      ),
  };
}

async function keyChanged(context: Context): Promise<Answer> {
  const changed = await (await context.client()).heads.changeKey();
  const t = textsIn('en');
  return {
    json: changed,
    text: () => blocks(changed.made === 'kept' ? null : t(`audit.keyMade.${changed.made}`), `key ${changed.publicKey}`),
  };
}
