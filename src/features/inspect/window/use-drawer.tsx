import type { ReactNode } from 'react';
import type { ProfileView } from '../../../shared/contract/recommendation';
import { WhyNewTitle } from '../../new-titles/window/public';
import { WhatIfPane } from './shelf/WhatIfPane';
import { TuningPanel } from './tuning/TuningPanel';
import { useEffectGroup } from './tuning/use-effect-group';
import { useTuningEffect } from './tuning/use-tuning-effect';
import type { OpenChild } from './use-open-child';
import { WhyNotPanel } from './why/WhyNotPanel';
import { WhyPanel } from './why/WhyPanel';

/** What is asked for beside the list: why a title is in it or not, what if, or the tuning; null for nothing. */
export function useDrawer(child: OpenChild, attributes: ProfileView['attributes']): ReactNode {
  const { run, runId, profile, from, form, mode, tuning, rules, answer, explained, missing, explain, closeMode } =
    child;
  // Measured once, it stays while the drawer shows something else.
  const group = useEffectGroup(child.data, attributes, from);
  const effect = useTuningEffect(runId, tuning, group?.filter ?? {}, rules);
  const asked = { runId, profile, tuning, rules };
  const close = (): void => explain(null);
  if (missing !== null)
    return <WhyNotPanel {...asked} item={missing} onWhy={explain} onTry={child.tryOut} onClose={close} />;
  if (explained !== null) {
    const found = answer.list?.items.find(({ item, newTitle }) => item === explained && newTitle !== null);
    return found === undefined ? (
      <WhyPanel {...asked} item={explained} onClose={close} />
    ) : (
      <WhyNewTitle runId={runId} profile={profile} told={found} onClose={close} />
    );
  }
  if (mode === 'tune')
    return <TuningPanel run={run} tuning={tuning} group={group} effect={effect} onClose={closeMode} />;
  // The list has the attributes above it.
  return mode === 'whatif' && form === 'shelf' ? <WhatIfPane child={child} attributes={attributes} /> : null;
}
