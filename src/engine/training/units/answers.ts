/** The answer of a unit, from the record of its run. */
import type { RunRecord } from '../../../shared/contract/run';
import type { Unit } from '../../../features/work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

/** @param record of a run that has ended, at least for this unit */
export function answerOf(
  kind: Unit['kind'],
  record: RunRecord,
  of: Pick<UnitAnswer, 'state'> & Partial<UnitAnswer>,
): UnitAnswer {
  const { runId, recipeSha256, weightsSha256, listsSha256, metrics } = record;
  const isWhole = record.status === 'finished';
  return {
    kind,
    runId,
    hashes: {
      recipeSha256,
      weightsSha256: isWhole ? weightsSha256 : null,
      listsSha256: isWhole ? listsSha256 : null,
    },
    validation: record.validation ?? null,
    metrics: isWhole ? metrics : null,
    verification: null,
    file: null,
    problem: null,
    ...of,
  };
}

/**
 * Of a unit that was not done: no record is read for it.
 * @param recipeSha256 where it is known
 */
export const answerOfNone = (
  kind: Unit['kind'],
  runId: string,
  of: Pick<UnitAnswer, 'state'> & Partial<UnitAnswer>,
  recipeSha256 = '',
): UnitAnswer => ({
  kind,
  runId,
  hashes: { recipeSha256, weightsSha256: null, listsSha256: null },
  validation: null,
  metrics: null,
  verification: null,
  file: null,
  problem: null,
  ...of,
});

export const problemOf = ({ code, message, said }: ShelfwiseError): NonNullable<UnitAnswer['problem']> => ({
  code,
  message,
  ...(said && { said: [...said] }),
});

export const stopped = (): NonNullable<UnitAnswer['problem']> =>
  problemOf(new ShelfwiseError('stopped', say('unit.stopped')));
