/** In the window, src/features/words.ts begins empty, and each language is a file of its own that `loadWords` fills it from. */
import * as path from 'node:path';
import { runnerImport, type Plugin } from 'vite';

const WORDS_FILE = path.join(import.meta.dirname, '../../src/features/words.ts');

/** Each text in all languages, by its name. */
type Words = Record<string, Record<string, string>>;

const EMPTY_WORDS = `
  export const WORDS = {};
  const FILES = { en: () => import('./words.ts?only=en'), ko: () => import('./words.ts?only=ko') };
  export async function loadWords(language) {
    const { TEXTS } = await FILES[language]();
    for (const id in TEXTS) (WORDS[id] ??= {})[language] = TEXTS[id];
  }`;

export function wordsByLanguage(): Plugin {
  const filesRead = new Set<string>();
  let words: Promise<Words> | null = null;
  const readWords = async (): Promise<Words> => {
    const { module, dependencies } = await runnerImport<{ WORDS: Words }>(WORDS_FILE, { configFile: false });
    for (const file of dependencies) filesRead.add(path.resolve(file));
    return module.WORDS;
  };
  return {
    name: 'words-by-language',
    // The tables are no modules of the window: scripts/setup/build-sides.mjs asks for them.
    api: { filesRead },
    buildStart() {
      words = null;
    },
    async load(id) {
      const [file, only] = id.split('?only=');
      if (file !== WORDS_FILE) return null;
      if (only === undefined) return EMPTY_WORDS;
      words ??= readWords();
      const texts = Object.entries(await words).map(([textId, text]) => [textId, text[only]]);
      return `export const TEXTS = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(texts)))});`;
    },
  };
}
