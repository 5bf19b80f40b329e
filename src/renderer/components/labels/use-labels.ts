/** The one place that decides how attributes, values and genres of a data set are shown. */
import { useQuery } from '@tanstack/react-query';
import type { Translate } from '../../../shared/words/texts';
import { useMemo } from 'react';
import { useTexts } from '../../locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { type Labels, NO_LABELS } from '../../../shared/contract/labels';
import { knownNames } from '../../../shared/labels/known-names';
import { labelBook, type LabelBook } from '../../../shared/labels/label-book';
import { textsIn } from '../../../shared/words/texts';
import { LANGUAGES } from '../../stores/preferences';
import { useEngine } from '../../connection/engine-context';
import { useDatasets } from '../../stores/engine-data';
import { useSelection } from '../../stores/selection';

/**
 * For a data set, by default the open one, which also stands in for one that is gone: the data set before a profile was
 * forgotten had the same columns. If labels cannot be read, values are shown unchanged.
 */
export function useLabels(data?: string): LabelBook {
  const t = useTexts();
  const open = useSelection((state) => state.dataset);
  const { data: datasets } = useDatasets();
  const find = (fingerprint: string | null | undefined): Dataset | undefined =>
    datasets?.find((one) => one.fingerprint === fingerprint);
  const dataset = find(data) ?? find(open) ?? null;
  const labels = useSavedLabels(dataset?.fingerprint ?? data ?? open);
  return bookOf(dataset, labels, t);
}

/** The same in each language: texts that were kept may be in another one than the window's. */
export function useLabelsOfAll(data?: string): readonly LabelBook[] {
  const open = useSelection((state) => state.dataset);
  const fingerprint = data ?? open;
  const { data: datasets } = useDatasets();
  const dataset = datasets?.find((one) => one.fingerprint === fingerprint) ?? null;
  const labels = useSavedLabels(fingerprint);
  return useMemo(
    () => LANGUAGES.map((language) => labelBook(dataset, labels, knownNames(dataset, textsIn(language)))),
    [dataset, labels],
  );
}

/** Names without any labels. */
export function useUnlabelled(dataset: Dataset): LabelBook {
  const t = useTexts();
  return useMemo(() => labelBook(dataset, NO_LABELS, knownNames(dataset, t)), [dataset, t]);
}

const NOTHING: Labels = { ...NO_LABELS, revision: 0, changedAt: null };

/** Labels as saved. */
export function useSavedLabels(fingerprint: string | null): Labels {
  const { queries } = useEngine();
  const { data } = useQuery({
    ...queries.labels.get.queryOptions({ input: { data: fingerprint ?? '' } }),
    enabled: fingerprint !== null,
  });
  return data ?? NOTHING;
}

/** Created once for all users: a list shows hundreds of values. */
let latest: { dataset: Dataset | null; labels: Labels; t: Translate; book: LabelBook } | null = null;

function bookOf(dataset: Dataset | null, labels: Labels, t: Translate): LabelBook {
  if (latest?.dataset !== dataset || latest.labels !== labels || latest.t !== t)
    latest = { dataset, labels, t, book: labelBook(dataset, labels, knownNames(dataset, t)) };
  return latest.book;
}
