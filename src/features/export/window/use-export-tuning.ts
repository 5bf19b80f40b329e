/** The tuning chosen for an export, if it is still saved. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppliedTuning } from '../../../shared/contract/applied-tuning';
import type { KeptSegment, KeptTuning } from '../../../shared/contract/kept';
import type { RunRecord } from '../../../shared/contract/run';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useChosenTuning } from '../../../renderer/stores/chosen-tuning';

export interface ExportTuning {
  readonly tunings: readonly KeptTuning[];
  readonly segments: readonly KeptSegment[];
  readonly tuning: KeptTuning | null;
  readonly segment: KeptSegment | null;
  /** Argument of the export call; null exports the lists as trained. */
  readonly applied: AppliedTuning | null;
}

export function useExportTuning({ dataset }: Pick<RunRecord, 'dataset'>): ExportTuning {
  const data = dataset.fingerprint;
  const { queries } = useEngine();
  const { data: tunings = [] } = useQuery(queries.tuning.list.queryOptions({ input: { data } }));
  const { data: segments = [] } = useQuery(queries.segments.list.queryOptions({ input: { data } }));
  const { tuningId, segmentId } = useChosenTuning(data);
  const tuning = tunings.find(({ id }) => id === tuningId) ?? null;
  const segment = segments.find(({ id }) => id === segmentId) ?? null;
  const applied = useMemo((): AppliedTuning | null => {
    if (tuning === null) return null;
    const kept = { id: tuning.id, revision: tuning.revision };
    return { tuning: tuning.tuning, kept, ...(segment !== null && { segment: segment.id }) };
  }, [tuning, segment]);
  return { tunings, segments, tuning, segment, applied };
}
