/** What is used of saxen, which brings no types. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', use: (name: string, attributes: () => Record<string, string> | false) => void): this;
    on(event: 'closeTag', use: (name: string) => void): this;
    on(event: 'text' | 'cdata' | 'attention', use: (text: string) => void): this;
    on(event: 'error' | 'warn', use: (problem: Error) => void): this;
    /** A further part of the document, cut anywhere. */
    write(xml: string): this;
    end(): Error | null;
  }
}
