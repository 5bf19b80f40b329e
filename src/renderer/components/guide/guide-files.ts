/**
 * The pages of docs/guide in the build: by language, each loaded when first shown, and the addresses of their pictures.
 */
import type { GuidePage } from '../../../shared/guide/guide';
import type { Language } from '../../stores/preferences';

const ROOT = '../../../..';
const PAGES = import.meta.glob<string>('../../../../docs/guide/*/*.md', { query: '?raw', import: 'default' });
const PICTURES = import.meta.glob<string>('../../../../docs/screens/*/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** @returns the Markdown of a page */
export const readGuide = (language: Language, page: GuidePage): Promise<string> =>
  PAGES[`${ROOT}/docs/guide/${language}/${page}.md`]!();

/** @param target as a page writes it, "../../screens/en/data.png" @returns undefined without such a picture */
export const guidePicture = (target: string): string | undefined =>
  PICTURES[target.replace(/^\.\.\/\.\.\//, `${ROOT}/docs/`)];
