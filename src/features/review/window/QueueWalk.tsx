import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { type PlaceValues, placeOfProfile, type Walked } from '../../../renderer/components/origin';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { titleReason } from '../words/check-reason';
import { inputOf, placeOfQueue, useAlikeName, viewOf } from './queue-place';
import { QueueBand } from './QueueBand';
import { useReasonValue } from './use-reason-value';

/** The queue that a profile was opened from: its place there, and why its list is in it. */
export function QueueWalk({
  runId,
  data,
  profile,
  values,
  endPreview,
  children,
}: {
  runId: string;
  data: string;
  profile: string;
  values: PlaceValues;
  /** Shows the delivered list in place of a preview; null while no preview is shown. */
  endPreview: (() => void) | null;
  children: (from: Walked) => ReactNode;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const [, go] = useLocation();
  const { choice } = useCountingRules(data);
  const view = useMemo(() => viewOf(values), [values]);
  const { since } = values;
  const origin = { kind: 'review', values } as const;
  const seen = useRef(0);
  const lastSeen = useMemo(() => seen.current, [profile]);
  const place = useQuery(
    queries.review.place.queryOptions({
      input: {
        runId,
        profile,
        ...inputOf(view),
        ...choice,
        ...(isMoment(since) && { since }),
        ...(lastSeen > 0 && { seen: lastSeen }),
      },
      placeholderData: keepPreviousData,
    }),
  );
  const here = place.isPlaceholderData ? undefined : place.data;
  if (here?.place != null) seen.current = here.place;
  const alikeName = useAlikeName();
  const valueOf = useReasonValue(data);
  const reasons = here?.row.reasons ?? [];
  const detail = [t(`checks.states.${view.state}`), alikeName(view), t(`checks.orders.names.${view.order}`)];
  return children({
    origin,
    around: place.data,
    isStale: place.isPlaceholderData,
    back: { place: placeOfQueue(view, profile), label: t('checks.backToQueue') },
    detail: detail.filter((part) => part !== '').join(' · '),
    filter: null,
    move: (to) => go(placeOfProfile(to, origin)),
    band: (
      <QueueBand
        runId={runId}
        data={data}
        row={place.data?.row}
        isCurrent={here !== undefined}
        endPreview={endPreview}
        error={place.error}
      />
    ),
    reasonOf: (item) => {
      const found = reasons.flatMap((reason) => titleReason({ t, format }, reason, item, valueOf(reason.check)) ?? []);
      return found.length === 0 ? null : found.join(' · ');
    },
  });
}

/** An address can be written by hand. */
const isMoment = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
