/** In the window, src/features/words.ts begins empty, and each language is a file of its own that `loadWords` fills it from. */
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin, type ViteDevServer } from 'vite';

/** Not by import.meta.dirname, which electron-vite leaves at the folder of its own settings. */
const WORDS_FILE = fileURLToPath(new URL('../../src/features/words.ts', import.meta.url));

/** Each text in all languages, by its name. */
type Words = Record<string, Record<string, string>>;

/** While it is developed, an edited text is shown by a change to the other language and back: every screen follows that. A build has none of it. */
const EMPTY_WORDS = `
  export const WORDS = {};
  const FILES = { en: () => import('./words.ts?only=en'), ko: () => import('./words.ts?only=ko') };
  const fill = (language, texts) => {
    for (const id in texts) (WORDS[id] ??= {})[language] = texts[id];
  };
  export async function loadWords(language) {
    const { TEXTS } = await FILES[language]();
    fill(language, TEXTS);
  }
  if (import.meta.hot)
    import.meta.hot.accept(['./words.ts?only=en', './words.ts?only=ko'], async ([en, ko]) => {
      fill('en', en?.TEXTS);
      fill('ko', ko?.TEXTS);
      const { usePreferences, OTHER_LANGUAGE } = await import('../renderer/stores/preferences');
      const { language } = usePreferences.getState();
      usePreferences.setState({ language: OTHER_LANGUAGE[language] });
      setTimeout(() => usePreferences.setState({ language }));
    });`;

export function wordsByLanguage(): Plugin {
  const filesRead = new Set<string>();
  let server: ViteDevServer | null = null;
  let words: Promise<Words> | null = null;
  const readWords = async (): Promise<Words> => {
    // A server loads what was edited alone.
    if (server !== null) return ((await server.ssrLoadModule(WORDS_FILE)) as { WORDS: Words }).WORDS;
    const { module, dependencies } = await runnerImport<{ WORDS: Words }>(WORDS_FILE, { configFile: false });
    for (const file of dependencies) filesRead.add(path.resolve(file));
    return module.WORDS;
  };
  return {
    name: 'words-by-language',
    // The tables are no modules of the window: scripts/setup/build-sides.mjs asks for them.
    api: { filesRead },
    configureServer: (development) => void (server = development),
    buildStart() {
      words = null;
    },
    async hotUpdate({ file, modules, server: { environments } }) {
      // There the tables are loaded; no page runs them.
      if (this.environment.name === 'ssr') return [];
      if (environments.ssr.moduleGraph.getModulesByFile(file) === undefined) return undefined;
      words = readWords();
      // Vite reports what is wrong with them.
      await words;
      const { moduleGraph } = this.environment;
      const texts = ['en', 'ko'].map((language) => moduleGraph.getModuleById(`${WORDS_FILE}?only=${language}`));
      return [...modules, ...texts.filter((module) => module !== undefined)];
    },
    async load(id) {
      const [file, only] = id.split('?only=');
      if (file !== WORDS_FILE || this.environment.name !== 'client') return null;
      if (only === undefined) return EMPTY_WORDS;
      words ??= readWords();
      const texts = Object.entries(await words).map(([textId, text]) => [textId, text[only]]);
      return `export const TEXTS = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(texts)))});`;
    },
  };
}
