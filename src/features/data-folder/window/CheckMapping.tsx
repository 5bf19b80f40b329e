/** The form that says which columns are what, above the files that it speaks of. */
import type { ReactNode } from 'react';
import type { FolderView, Mapping } from '../../../shared/contract/dataset';
import { FolderPreview } from './FolderPreview';
import { MappingForm } from './MappingForm';
import { useMappingForm } from './use-mapping-form';

/**
 * @param mapping what a person said before; the program's own proposal where it is null
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
