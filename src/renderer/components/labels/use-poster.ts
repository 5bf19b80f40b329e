/** The picture of a title of the open data set as a URL of its own bytes: the window loads nothing from elsewhere. */
import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../connection/engine-context';
import { useSelection } from '../../stores/selection';
import { useSavedLabels } from './use-labels';

/** Null if there is no folder of pictures, or it has no usable picture of the title. */
export function usePoster(item: string): string | null {
  const { queries } = useEngine();
  const data = useSelection((state) => state.dataset);
  const { posters } = useSavedLabels(data);
  const { data: poster } = useQuery({
    ...queries.labels.poster.queryOptions({ input: { data: data ?? '', item } }),
    enabled: data !== null && posters !== undefined,
  });
  if (poster === undefined || poster === null || posters === undefined) return null;
  return `data:${poster.type};base64,${poster.base64}`;
}
