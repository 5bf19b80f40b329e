/** Types for the part of saxen that is used; saxen has none. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', use: (name: string, attributes: () => Record<string, string> | false) => void): this;
    on(event: 'closeTag', use: (name: string) => void): this;
    on(event: 'text' | 'cdata' | 'attention', use: (text: string) => void): this;
    on(event: 'error' | 'warn', use: (problem: Error) => void): this;
    /** Parses the next part of the document, cut anywhere. */
    write(xml: string): this;
    end(): Error | null;
  }
}
