/** What the program knows about its terminal: its width, and whether it shows colours. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;
type StyleName = keyof typeof STYLES;

const CODES = [...new Set(Object.values(STYLES).flat())].join('|');

/** Matches the sequences that `style` writes, and no others. */
export const STYLE_SEQUENCE = new RegExp(`\\u001B\\[(?:${CODES})m`);

export interface Terminal {
  /** Width in characters. */
  readonly width: number;
  /** Whether a person reads the output, rather than a file or another program. */
  readonly interactive: boolean;
  readonly colours: boolean;
  style(name: StyleName, text: string): string;
}

const WIDTH_WITHOUT_TERMINAL = 100;

/** Colours only on a terminal; NO_COLOR (https://no-color.org) and TERM=dumb disable them, FORCE_COLOR enables them. */
function showsColours(interactive: boolean, environment: NodeJS.ProcessEnv): boolean {
  if (environment['NO_COLOR']) return false;
  if (environment['FORCE_COLOR']) return environment['FORCE_COLOR'] !== '0';
  return interactive && environment['TERM'] !== 'dumb';
}

export function makeTerminal(width: number, colours: boolean, interactive = false): Terminal {
  return {
    width,
    interactive,
    colours,
    style: (name, text) => {
      if (!colours || text === '') return text;
      const [on, off] = STYLES[name];
      return `\u001B[${on}m${text}\u001B[${off}m`;
    },
  };
}

/** The used part of `process.stdout`; a file or pipe has neither property. */
interface Stream {
  isTTY?: boolean;
  columns?: number;
}

export function terminalOf(stream: Stream, environment: NodeJS.ProcessEnv = process.env): Terminal {
  const interactive = stream.isTTY === true;
  const columns = interactive ? (stream.columns ?? 0) : Number(environment['COLUMNS']);
  const width = columns > 0 ? columns : WIDTH_WITHOUT_TERMINAL;
  return makeTerminal(width, showsColours(interactive, environment), interactive);
}
