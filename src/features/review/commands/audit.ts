import type { AuditEntry } from '../../../shared/contract/audit';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { formatTable } from '../../../cli/layout';
import { minute } from '../../../cli/words';

/** An action that did not complete, and a line that is not what it was. */
const OUTCOMES = { completed: '', failed: ' (failed)', open: ' (unfinished)' } as const;
const CHAIN = { before: 'from before the chain', broken: 'CHAIN BROKEN before this line' } as const;

const toldLine = ({ what, outcome, chain }: AuditEntry): string =>
  [`${what}${outcome === undefined ? '' : OUTCOMES[outcome]}`, ...(chain === undefined ? [] : [CHAIN[chain]])].join(
    ', ',
  );

const isTampered = ({ what, chain }: AuditEntry): boolean => chain === 'broken' || what === 'missing';

const tampered = (): ShelfwiseError => new ShelfwiseError('different', say('review.log-tampered'));

export default defineCommand({
  name: 'audit',
  group: 'Review and approve',
  summary: 'Show what was decided, approved and exported of the data set of a run, the latest first',
  inputs: { run: RUN_INPUT },
  examples: ['audit --run rrt9psbyug'],
  async run(context, { run }) {
    const entries = await (await context.client()).review.audit({ runId: run });
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
                const { at, what: _, runId = '', outcome: __, chain: ___, ...details } = entry;
                return [
                  at === '' ? '–' : minute(at),
                  toldLine(entry),
                  runId,
                  Object.entries(details)
                    .filter(([, value]) => value !== null && value !== '')
                    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
                    .join(', '),
                ];
              }),
            ),
    };
  },
});
