/** Detects the encoding of a file: UTF-8, UTF-16, CP949 (EUC-KR, as a Korean spreadsheet saves) or latin-1. */
import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'cp949' | 'latin-1' | 'windows-1252';

/** Collects evidence of a file's encoding from its bytes, piece by piece. */
export class EncodingEvidence {
  readonly #utf8 = { valid: 0, invalid: 0, missing: 0, lowest: 0x80, highest: 0xbf };
  readonly #korean = { common: 0, extended: 0, invalid: 0, lead: 0 };
  #controls = 0;

  /** Bytes up to 0x7f only end a pending character, so they are not examined one by one. */
  pushAscii(): void {
    if (this.#utf8.missing > 0) {
      this.#utf8.missing = 0;
      this.#utf8.invalid++;
    }
    if (this.#korean.lead !== 0) {
      this.#korean.lead = 0;
      this.#korean.invalid++;
    }
  }

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte < 0x80 && this.#utf8.missing === 0 && this.#korean.lead === 0) continue;
      this.#pushUtf8(byte);
      this.#pushKorean(byte);
      if (byte >= 0x80 && byte < 0xa0) this.#controls++;
    }
  }

  /**
   * The encoding that explains the bytes best, and whether some of them do not fit it.
   * @param atEnd whether the file ends here, so that an incomplete character is a fault
   */
  judge(atEnd: boolean): { encoding: Encoding; damaged: boolean } {
    if (atEnd) this.pushAscii();
    const { valid, invalid } = this.#utf8;
    if (invalid === 0) return { encoding: 'utf-8', damaged: false };
    // A few broken bytes do not rule UTF-8 out; Korean bytes read as UTF-8 are mostly invalid.
    if (valid > 3 * invalid) return { encoding: 'utf-8', damaged: true };
    const korean = this.#korean;
    // Accented latin letters stand alone between ASCII ones, so that as Korean pairs they are invalid or rare.
    if (korean.common > korean.extended && korean.common >= 2 * korean.invalid)
      return { encoding: 'cp949', damaged: korean.invalid > 0 };
    if (this.#controls > 0) return { encoding: 'windows-1252', damaged: true };
    return { encoding: 'latin-1', damaged: false };
  }

  #pushUtf8(byte: number): void {
    const state = this.#utf8;
    if (state.missing > 0) {
      if (byte >= state.lowest && byte <= state.highest) {
        state.lowest = 0x80;
        state.highest = 0xbf;
        if (--state.missing === 0) state.valid++;
        return;
      }
      state.missing = 0;
      state.invalid++;
    }
    state.lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    state.highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte < 0x80) return;
    if (byte >= 0xc2 && byte <= 0xdf) state.missing = 1;
    else if (byte >= 0xe0 && byte <= 0xef) state.missing = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) state.missing = 3;
    else state.invalid++;
  }

  #pushKorean(byte: number): void {
    const state = this.#korean;
    if (state.lead === 0) {
      if (byte >= 0x81 && byte <= 0xfe) state.lead = byte;
      else if (byte >= 0x80) state.invalid++;
      return;
    }
    const lead = state.lead;
    state.lead = 0;
    if (byte >= 0xa1 && byte <= 0xfe && lead >= 0xa1) state.common++;
    else if (isExtendedTrail(byte) && lead <= 0xc6) state.extended++;
    else {
      state.invalid++;
      if (byte >= 0x81 && byte <= 0xfe) state.lead = byte;
    }
  }
}

function isExtendedTrail(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x81 && byte <= 0xfe);
}

/** Encoding from a byte order mark, or from the zero bytes of UTF-16 without one; null if the first bytes do not tell. */
export function encodingOfBeginning(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, 4096) >> 1;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) even++;
    if (bytes[2 * pair + 1] === 0) odd++;
  }
  if (pairs >= 4 && odd > pairs / 3 && even === 0) return 'utf-16le';
  if (pairs >= 4 && even > pairs / 3 && odd === 0) return 'utf-16be';
  return null;
}

/** Converts bytes of any encoding to UTF-8, piece by piece; unreadable bytes become U+FFFD. */
interface Decoder {
  push(bytes: Buffer): Buffer;
  end(): Buffer;
}

export function decoderOf(encoding: Encoding, damaged: boolean): Decoder {
  if ((encoding === 'utf-8' || encoding === 'utf-8-bom') && !damaged)
    return { push: (bytes) => bytes, end: () => Buffer.alloc(0) };
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return {
      push: (bytes) => Buffer.from(decoder.decode(bytes, { stream: true }), 'utf8'),
      end: () => Buffer.from(decoder.decode(), 'utf8'),
    };
  }
  const decoder = iconv.getDecoder(encoding === 'latin-1' ? 'latin1' : encoding, { stripBOM: false });
  return {
    push: (bytes) => Buffer.from(decoder.write(bytes), 'utf8'),
    end: () => Buffer.from(decoder.end() ?? '', 'utf8'),
  };
}

/** The beginning of a file as text, to find its header and delimiter. */
export function decodeBeginning(bytes: Buffer, encoding: Encoding): string {
  const decoder = decoderOf(encoding, true);
  return decoder
    .push(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
