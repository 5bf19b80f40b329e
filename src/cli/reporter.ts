/** Progress on standard error: a bar on a terminal, lines elsewhere, nothing with --quiet. */
import type { SingleBar } from 'cli-progress';
import type { Output } from './output';
import type { Terminal } from './terminal';
import { fit, singleLine } from './width';

export interface Reporter {
  /** A helpful but optional sentence; --quiet hides it. */
  note(text: string): void;
  /** A sentence the user has to see. */
  warn(text: string): void;
  /** `fraction` from 0 to 1, null if the end is unknown. */
  progress(phase: string, fraction: number | null, detail: string): void;
  /** Text to read before answering a question; like the question, --quiet does not hide it. */
  show(text: string): void;
  /** Removes the bar; called before any other output. */
  clear(): void;
}

const SECONDS_BETWEEN_LINES = 5;
const STEPS = 1000;

interface Progress {
  show(phase: string, fraction: number | null, detail: string): void;
  clear(): void;
}

const noProgress: Progress = { show: () => {}, clear: () => {} };

/** One line per phase, and every few seconds in long phases, for log files and pipes. */
function lineProgress(print: (text: string) => void): Progress {
  let lastPhase = '';
  let lastDetail = '';
  let lastTime = 0;
  return {
    show: (phase, _fraction, detail) => {
      const now = performance.now();
      const isNew = phase !== lastPhase;
      if (!isNew && (detail === lastDetail || now - lastTime < SECONDS_BETWEEN_LINES * 1000)) return;
      print(isNew ? `${phase} …` : `  ${singleLine(detail)}`);
      lastPhase = phase;
      lastDetail = isNew ? '' : detail;
      lastTime = now;
    },
    clear: () => {},
  };
}

async function barProgress(stream: NodeJS.WriteStream, terminal: Terminal): Promise<Progress> {
  const cliProgress = await import('cli-progress');
  const barWidth = Math.max(10, Math.min(30, Math.floor(terminal.width / 5)));
  let bar: SingleBar | null = null;
  const start = (): SingleBar => {
    const made = new cliProgress.SingleBar({
      stream,
      format: `{bar} {percentage} % {text}`,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      barsize: barWidth,
      clearOnComplete: true,
      gracefulExit: false,
    });
    made.start(STEPS, 0, { text: '' });
    return made;
  };
  return {
    show: (phase, fraction, detail) => {
      bar ??= start();
      const room = terminal.width - barWidth - ' 100 % '.length - 1;
      const text = fit(singleLine(detail === '' ? phase : `${phase} · ${detail}`), room);
      bar.update(Math.round((fraction ?? 0) * STEPS), { text });
    },
    clear: () => {
      bar?.stop();
      bar = null;
    },
  };
}

/** @param stream where bars are drawn; the one `output` writes to */
export async function makeReporter(
  stream: NodeJS.WriteStream,
  output: Output,
  terminal: Terminal,
  quiet: boolean,
): Promise<Reporter> {
  const print = (text: string): void => void output.write(`${text}\n`);
  const progress = quiet
    ? noProgress
    : terminal.interactive
      ? await barProgress(stream, terminal)
      : lineProgress(print);
  return {
    note: (text) => {
      progress.clear();
      if (!quiet) print(terminal.style('dim', singleLine(text)));
    },
    warn: (text) => {
      progress.clear();
      print(terminal.style('yellow', singleLine(text)));
    },
    show: (text) => {
      progress.clear();
      print(text);
    },
    progress: (phase, fraction, detail) => progress.show(phase, fraction, detail),
    clear: () => progress.clear(),
  };
}
