import type { ReactNode } from 'react';
import { useLabels } from './use-labels';

/** A value of an attribute by its label, with the value in the files as tooltip. */
export function ValueName({
  data,
  attribute,
  value,
}: {
  /** Fingerprint of the data set; by default the open one. */
  data?: string;
  attribute: string;
  /** As the engine shows it; for a set, all members. */
  value: string;
}): ReactNode {
  const shown = useLabels(data).text(attribute, value);
  return <Named raw={value} shown={shown} />;
}

/** An attribute by its label, with its name in the files as tooltip. */
export function AttributeName({ data, name }: { data?: string; name: string }): ReactNode {
  const shown = useLabels(data).attribute(name);
  return <Named raw={name} shown={shown} />;
}

const Named = ({ raw, shown }: { raw: string; shown: string }): ReactNode =>
  raw === shown ? shown : <span title={raw}>{shown}</span>;
