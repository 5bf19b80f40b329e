/**
 * A report as it will be printed. Its style is its own: it stands in a shadow root, under a sheet that is made by script, because a style
 * element would be refused by the window's content security policy.
 */
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Report } from '../contract/report';
import classes from './Paper.module.css';

export function Paper({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  usePageStyle(report.pageStyle);
  return (
    <>
      <div className={classes.preview} role="region" aria-label={t('report.preview')}>
        <Content report={report} />
      </div>
      {/* What is printed stands beside the window, whose panes would cut it off. */}
      {createPortal(
        <div className={classes.printed}>
          <Content report={report} />
        </div>,
        document.body,
      )}
    </>
  );
}

/** The engine has escaped all foreign text in `body`; what it makes of a report holds neither scripts nor styles. */
function Content({ report: { body, style } }: { report: Report }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(style)];
    const template = document.createElement('template');
    template.innerHTML = body;
    root.replaceChildren(template.content);
  }, [body, style]);
  return <div ref={host} />;
}

/** Rules for paper count only where they stand in the document itself. */
function usePageStyle(pageStyle: string): void {
  useEffect(() => {
    const sheet = sheetOf(pageStyle);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [pageStyle]);
}

function sheetOf(style: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}
