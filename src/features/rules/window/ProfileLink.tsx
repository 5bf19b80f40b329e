import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { listText, placeOfProfile } from '../../../renderer/components/origin';

/** Links to a profile's list, followed by the other profiles shown with it. */
export function ProfileLink({
  profile,
  among,
  label,
  children,
}: {
  profile: string;
  among: readonly { readonly profile: string | null }[];
  label?: string | undefined;
  children: ReactNode;
}): ReactNode {
  const profiles = [...new Set(among.flatMap((one) => one.profile ?? []))];
  const origin = { kind: 'rules', values: { list: listText(profiles, profile) } } as const;
  return (
    <Anchor component={Link} href={placeOfProfile(profile, origin)} size="sm" aria-label={label} title={label}>
      {children}
    </Anchor>
  );
}
