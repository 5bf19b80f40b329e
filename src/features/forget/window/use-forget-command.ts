import { IconUserX } from '@tabler/icons-react';
import { useLocation, useRoute } from 'wouter';
import type { NamedCommand } from '../../../renderer/actions/named-command';
import { enterNextAtSearch } from '../../../renderer/components/way-back';
import { partOfPlace } from '../../../renderer/components/place';
import { useTexts, useTextsOfOther } from '../../../renderer/locales/use-texts';
import { useActiveDataset } from '../../../renderer/stores/engine-data';
import { askToForget } from '../../../renderer/stores/forget-question';

/** Asks about the open profile; elsewhere it leads to Profiles, where one is opened. */
export function useForgetCommand(): NamedCommand {
  const t = useTexts();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  const [, open] = useRoute<{ profile?: string; from?: string }>('/compare/:profile?/:from?');
  const data = useActiveDataset()?.fingerprint;
  const profile = open?.profile === undefined ? null : partOfPlace(open.profile);
  return {
    name: t(profile === null ? 'privacy.forgetFound' : 'privacy.forget'),
    why: null,
    others: [t('privacy.forget'), t('privacy.forgetWords'), other('privacy.forget'), other('privacy.forgetWords')],
    icon: IconUserX,
    act: () => {
      if (profile !== null && data !== undefined) return askToForget({ data, profile });
      enterNextAtSearch();
      go('/profiles');
    },
  };
}
