import { cameFromOf, placeOfChanges, sideOf } from '../../../../renderer/components/changes-place';
import type { Origin } from '../../../../renderer/components/origin';
import { useTexts } from '../../../../renderer/locales/use-texts';

/** Where the way back leads, and what is there. */
export function useBack(origin: Origin | null): { place: string; label: string } {
  const t = useTexts();
  const { item = '', before = '', after = '', from } = origin?.values ?? {};
  switch (origin?.kind) {
    case 'map':
      return { place: '/map', label: t('shell.screen.map') };
    case 'title':
      return { place: `/titles/${encodeURIComponent(item)}`, label: t('shell.screen.titles') };
    case 'changes':
      return {
        place: placeOfChanges(sideOf(before), sideOf(after), cameFromOf(from)),
        label: t('shell.screen.changes'),
      };
    case 'rules':
      return { place: '/rules', label: t('shell.screen.rules') };
    case 'segment':
    case 'search':
      return { place: '/profiles', label: t('shell.screen.profiles') };
    default:
      return { place: '/profiles', label: t('compare.back') };
  }
}
