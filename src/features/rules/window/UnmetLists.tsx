import type { ReactNode } from 'react';
import type { BrokenRule } from '../../../shared/contract/rule-answers';
import { ProfileLink } from './BothLists';

/** Leads to the lists in which rules could not be kept: the first of them, with J and K through the others. */
export function UnmetLists({
  broken,
  label,
  children,
}: {
  broken: readonly BrokenRule[];
  /** What it is called, where what it shows is a number alone. */
  label?: string;
  children: ReactNode;
}): ReactNode {
  const first = broken.find(({ profile }) => profile !== null)?.profile;
  if (first == null) return children;
  return (
    <ProfileLink profile={first} among={broken} label={label}>
      {children}
    </ProfileLink>
  );
}
