/** What other features may show or use of the window side of this feature. */
export { isSameFilter, tidyFilter } from './list/filter';
export { type ReadProfiles, useProfilePages } from './list/use-profile-pages';
export { useReview } from './list/use-review';
export { useFilterName } from './use-filter-name';
export { NoteButton } from './NoteButton';
export { NoteField } from './NoteField';
