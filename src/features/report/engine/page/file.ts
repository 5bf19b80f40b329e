/** The report as a self-contained file. */
import type { Report } from '../../contract/report';
import { html, Html } from './html';

/** The file's policy refuses everything that it does not contain itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const FILE_STYLE = 'body { margin: 0; }';

/** @returns the whole document; the same report gives the same text */
export const reportFile = ({ title, language, pageStyle, style, body }: Report): string =>
  `<!doctype html>\n${
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Html(`${pageStyle}\n${FILE_STYLE}\n${style}`)}
        </style>
      </head>
      <body>
        ${new Html(body)}
      </body>
    </html> `.text
  }`;
