/** Parses the XML of a workbook's parts, piece by piece: elements and their text, within limits, and without references to other files. */
import { Parser } from 'saxen';

/** Longer tags and texts do not occur in a workbook: a cell has at most 32,767 characters, each of which may be written as ten. */
const LONGEST_TOKEN = 1 << 20;
/** A part of a workbook has some eight levels; extensions add a few. */
const DEEPEST = 100;

/** Why a part is not a workbook's. The caller turns it into a sentence that names the file. */
export class NotXml extends Error {}

/** Refuses elements that lie in others of their own name: each end of a level would take the text of all levels below it. */
export class Nesting {
  readonly #names: ReadonlySet<string>;
  readonly #open = new Set<string>();

  constructor(...names: readonly string[]) {
    this.#names = new Set(names);
  }

  /** @throws NotXml */
  open(name: string): void {
    if (!this.#names.has(name)) return;
    if (this.#open.has(name)) throw new NotXml(`an element ${name} lies in another`);
    this.#open.add(name);
  }

  close(name: string): void {
    this.#open.delete(name);
  }
}

/** Called for each element, by its name without a prefix. */
interface XmlUse {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close: (name: string) => void;
  /** Receives text with its entities resolved; the text of one element may come in several pieces. */
  readonly text?: (text: string) => void;
}

/**
 * Reads a document of UTF-8 or UTF-16.
 * @throws NotXml if it is not well-formed, too deep or too long, or has a document type: entities could name other files, or swell
 */
export async function readXml(pieces: AsyncIterable<Buffer>, { open, close, text }: XmlUse): Promise<void> {
  const parser = new Parser();
  let depth = 0;
  /** Characters written since the parser last reported something. */
  let waiting = 0;
  const isThere = (): void => {
    waiting = 0;
  };
  parser
    .on('openTag', (name, attributes) => {
      isThere();
      depth++;
      if (depth > DEEPEST) throw new NotXml('its elements lie too deep');
      open(localName(name), (wanted) => attributeOf(attributes(), wanted));
    })
    .on('closeTag', (name) => {
      isThere();
      depth--;
      close(localName(name));
    })
    .on('text', (found) => {
      isThere();
      text?.(resolved(found));
    })
    .on('cdata', (found) => {
      isThere();
      text?.(found);
    })
    .on('attention', () => {
      throw new NotXml('it has a document type');
    })
    // The parser warns of what it would repair; no program writes that.
    .on('warn', notWellFormed)
    .on('error', notWellFormed);
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    const decoded = decoder.decode(piece, { stream: true });
    waiting += decoded.length;
    parser.write(decoded);
    if (waiting > LONGEST_TOKEN) throw new NotXml('one of its texts is too long');
  }
  parser.write(decoder?.decode() ?? '');
  parser.end();
}

function notWellFormed(problem: Error): never {
  throw problem instanceof NotXml ? problem : new NotXml(problem.message, { cause: problem });
}

const encodingOf = ([first, second]: Buffer): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name, whatever its prefix. */
function attributeOf(attributes: Record<string, string> | false, wanted: string): string | undefined {
  if (attributes === false) throw new NotXml('its attributes are damaged');
  const own = Object.hasOwn(attributes, wanted)
    ? attributes[wanted]
    : Object.entries(attributes).find(([name]) => name.endsWith(`:${wanted}`))?.[1];
  return own === undefined ? undefined : resolved(own);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

/** The parser's own resolver truncates characters beyond 16 bits, which programs that write ASCII write as numbers. */
function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (_, decimal, hexadecimal, name) => {
    if (name !== undefined) {
      if (Object.hasOwn(NAMED, name)) return NAMED[name]!;
      throw new NotXml(`the entity ${String(name).slice(0, 40)} is unknown`);
    }
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    if (code > 0x10ffff) throw new NotXml('it has a character that there is not');
    return String.fromCodePoint(code);
  });
}
