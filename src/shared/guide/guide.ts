/** The pages of the guide in docs/guide, in the order of a curator's tasks. */
export const GUIDE_PAGES = [
  'start',
  'data',
  'train',
  'lists',
  'rules',
  'compare',
  'review',
  'export',
  'sign',
  'refresh',
  'move',
  'privacy',
  'trouble',
] as const;
export type GuidePage = (typeof GUIDE_PAGES)[number];
