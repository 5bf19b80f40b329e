import type { ReactNode } from 'react';
import type { FolderView, Mapping } from '../../../shared/contract/dataset';
import { FolderPreview } from './FolderPreview';
import { MappingForm } from './MappingForm';
import { useMappingForm } from './use-mapping-form';

/**
 * The form that assigns columns, above a preview of the files it describes. @param mapping what the curator chose
 * before; null takes the program's proposal
 * @param view null for a folder that cannot be looked at
 */
export function CheckMapping({
  folder,
  mapping,
  view,
  id,
}: {
  folder: string;
  mapping: Mapping | null;
  view: FolderView | null;
  id?: string;
}): ReactNode {
  const begun = mapping ?? view?.mapping ?? null;
  const form = useMappingForm(begun);
  return (
    <>
      <MappingForm
        folder={folder}
        form={form}
        mapping={begun}
        view={view}
        guessed={mapping === null ? view?.guessed : undefined}
        {...(id !== undefined && { id })}
      />
      {view !== null && <FolderPreview view={view} fields={form.values} />}
    </>
  );
}
