import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { tellHeadings } from '../../../renderer/components/tell-headings';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Report } from '../contract/report';
import classes from './Paper.module.css';

/**
 * A report as it will print. It lives in a shadow root with its own style sheet, which a script creates: the content
 * security policy of the window refuses style elements.
 */
export function Paper({ report }: { report: Report }): ReactNode {
  const t = useTexts();
  usePageStyle(report.pageStyle);
  return (
    <>
      <div className={classes.preview} role="region" aria-label={t('report.preview')}>
        <Content report={report} />
      </div>
      {/* Printed from outside the window's panes, which would clip it. */}
      {createPortal(
        <div className={classes.printed}>
          <Content report={report} />
        </div>,
        document.body,
      )}
    </>
  );
}

/** `body` is safe HTML: the engine escapes all foreign text and emits no scripts or styles. */
function Content({ report: { body, style } }: { report: Report }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(style)];
    const template = document.createElement('template');
    template.innerHTML = body;
    root.replaceChildren(template.content);
    for (const table of root.querySelectorAll('table')) tellHeadings(table);
    root.addEventListener('click', showPart);
    return () => root.removeEventListener('click', showPart);
  }, [body, style]);
  return <div ref={host} />;
}

/** Scrolls to the part that a link of the contents names: an address of the window is a screen. */
function showPart(event: Event): void {
  if (!(event.target instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  const root = event.currentTarget as ShadowRoot;
  const part = root.querySelector<HTMLElement>(`[id="${CSS.escape(event.target.hash.slice(1))}"]`);
  if (part === null) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: 'start' });
}

/** Page rules only work in the document itself, not in a shadow root. */
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
