import { skipToken, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { Explanation } from '../../../../shared/contract/explanation';
import type { ProfileView } from '../../../../shared/contract/recommendation';
import type { TunedItem } from '../../../../shared/contract/tuning';
import type { Translate } from '../../../../shared/words/texts';
import { useNamesOfRules } from '../../../../renderer/components/rules/use-rule-text';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Asked } from '../why/QuestionPane';

/** Milliseconds on a cover before why is asked, so that passing over covers asks nothing. */
const RESTS = 120;

/**
 * Why a title is on the shelf, in one line; null while it is not known, or cannot be.
 * @param item the one pointed at or focused; null for none
 * @param asked null where nothing can be computed with the run
 */
export function useWhyLine(
  item: TunedItem | null,
  asked: Omit<Asked, 'item'>,
  history: ProfileView['history'],
): string | null {
  const t = useTexts();
  const { queries } = useEngine();
  const nameOf = useNamesOfRules();
  const [rested] = useDebouncedValue(item, RESTS);
  const isAsked = rested !== null && rested.rules.length === 0 && rested.newTitle === null;
  const told = useQuery(
    queries.profiles.explain.queryOptions({ input: isAsked ? { ...asked, item: rested.item } : skipToken }),
  );
  if (item === null) return null;
  if (item.rules.length > 0)
    return t('shelf.because.rule', { names: item.rules.map(({ name }) => nameOf(name)).join(', ') });
  if (item.newTitle !== null) return t('shelf.because.newTitle');
  return told.data?.item === item.item ? whyInOneLine(told.data, history, t) : null;
}

/** The watched title with the largest effect; without one, what else speaks for it most. */
function whyInOneLine(
  { titles, profileAttributes }: Pick<Explanation, 'titles' | 'profileAttributes'>,
  history: ProfileView['history'],
  t: Translate,
): string {
  const most = titles.reduce<(typeof titles)[number] | null>(
    (best, one) => (one.effect > (best?.effect ?? 0) ? one : best),
    null,
  );
  if (most !== null) {
    const title = most.title ?? most.item;
    const times = history.find(({ item }) => item === most.item)?.times ?? 1;
    return times > 1 ? t('shelf.because.times', { title, count: times }) : t('shelf.because.watched', { title });
  }
  return t((profileAttributes?.effect ?? 0) > 0 ? 'shelf.because.attributes' : 'shelf.because.popular');
}
