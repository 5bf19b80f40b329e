/** A value of an attribute as it is called; what the files call it is its tooltip. */
import type { ReactNode } from 'react';
import { useLabels } from './use-labels';

export function ValueName({
  data,
  attribute,
  value,
}: {
  /** Fingerprint of the data set; otherwise the open one. */
  data?: string;
  attribute: string;
  /** As the engine shows it: of a set, all members. */
  value: string;
}): ReactNode {
  const shown = useLabels(data).text(attribute, value);
  return <Named raw={value} shown={shown} />;
}

export function AttributeName({ data, name }: { data?: string; name: string }): ReactNode {
  const shown = useLabels(data).attribute(name);
  return <Named raw={name} shown={shown} />;
}

const Named = ({ raw, shown }: { raw: string; shown: string }): ReactNode =>
  raw === shown ? shown : <span title={raw}>{shown}</span>;
