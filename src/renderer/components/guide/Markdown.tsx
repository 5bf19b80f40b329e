import { Anchor, Code, List, Table, Text, Title } from '@mantine/core';
import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { guidePicture } from './guide-files';
import { anchorOf } from './sections';
import classes from './Markdown.module.css';

/** "data.md#part", as pages link to each other. */
const PAGE = /^(\w+)\.md(?:#(.+))?$/;

/** Address of a part of a page in the window. */
const placeOf = (page: string, part: string | undefined): string =>
  `/help/${page}${part === undefined ? '' : `/${encodeURIComponent(decodeURIComponent(part))}`}`;

export const headingId = (part: string): string => `guide-${part}`;

/**
 * Markdown of the guide as window elements. Nothing becomes HTML: unknown content (raw HTML, links elsewhere) is
 * dropped or shown as text, so a page can add neither scripts nor styles.
 */
export function Markdown({ blocks }: { blocks: readonly Token[] }): ReactNode {
  return (
    <div className={classes.text}>
      {blocks.map((block, at) => (
        <Block key={at} block={block as Tokens.Generic} />
      ))}
    </div>
  );
}

function Block({ block: token }: { block: Tokens.Generic }): ReactNode {
  const block = token as Token;
  switch (block.type) {
    case 'heading':
      return <Heading {...(block as Tokens.Heading)} />;
    case 'paragraph':
      return <Paragraph {...(block as Tokens.Paragraph)} />;
    case 'list':
      return <Items {...(block as Tokens.List)} />;
    case 'table':
      return <Rows {...(block as Tokens.Table)} />;
    case 'code':
      return <Code block>{(block as Tokens.Code).text}</Code>;
    case 'text':
    case 'checkbox':
      return <Inline tokens={(block as Tokens.Text).tokens ?? [block]} />;
    default:
      return null;
  }
}

function Heading({ depth, text, tokens }: Tokens.Heading): ReactNode {
  return (
    <Title order={depth === 2 ? 2 : 3} id={headingId(anchorOf(text))} tabIndex={-1} className={classes.heading}>
      <Inline tokens={tokens} />
    </Title>
  );
}

function Paragraph({ tokens }: Tokens.Paragraph): ReactNode {
  const [first] = tokens;
  if (tokens.length === 1 && first!.type === 'image') return <Picture {...(first as Tokens.Image)} />;
  return (
    <Text>
      <Inline tokens={tokens} />
    </Text>
  );
}

/** The caption describes the picture for all users, so it needs no alt text. */
function Picture({ href, text }: Tokens.Image): ReactNode {
  const source = guidePicture(href);
  return (
    <figure className={classes.figure}>
      {source !== undefined && <img src={source} alt="" className={classes.picture} loading="lazy" />}
      <figcaption className={classes.caption}>{text}</figcaption>
    </figure>
  );
}

function Items({ ordered, items }: Tokens.List): ReactNode {
  return (
    <List type={ordered ? 'ordered' : 'unordered'} spacing="2xs" withPadding>
      {items.map((item, at) => (
        <List.Item key={at}>
          {item.tokens.map((token, part) => (
            <Block key={part} block={token as Tokens.Generic} />
          ))}
        </List.Item>
      ))}
    </List>
  );
}

function Rows({ header, rows }: Tokens.Table): ReactNode {
  return (
    <Table.ScrollContainer minWidth={480} type="native">
      <Table withTableBorder>
        <Table.Thead>
          <Table.Tr>
            {header.map(({ tokens }, at) => (
              <Table.Th key={at}>
                <Inline tokens={tokens} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, row) => (
            <Table.Tr key={row}>
              {cells.map(({ tokens }, at) => (
                <Table.Td key={at}>
                  <Inline tokens={tokens} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Inline({ tokens }: { tokens: readonly Token[] }): ReactNode {
  return tokens.map((token, at) => <Piece key={at} piece={token as Tokens.Generic} />);
}

function Piece({ piece: token }: { piece: Tokens.Generic }): ReactNode {
  const piece = token as Token;
  switch (piece.type) {
    case 'strong':
      return (
        <strong className={classes.name}>
          <Inline tokens={(piece as Tokens.Strong).tokens} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inline tokens={(piece as Tokens.Em).tokens} />
        </em>
      );
    case 'codespan':
      return <Code>{(piece as Tokens.Codespan).text}</Code>;
    case 'link':
      return <PageLink {...(piece as Tokens.Link)} />;
    case 'br':
      return <br />;
    case 'text':
    case 'escape':
      return (piece as Tokens.Text).tokens === undefined ? (
        (piece as Tokens.Text).text
      ) : (
        <Inline tokens={(piece as Tokens.Text).tokens!} />
      );
    default:
      return null;
  }
}

function PageLink({ href, tokens }: Tokens.Link): ReactNode {
  const [, page, part] = PAGE.exec(href) ?? [];
  if (page === undefined) return <Inline tokens={tokens} />;
  return (
    <Anchor component={Link} href={placeOf(page, part)} underline="always">
      <Inline tokens={tokens} />
    </Anchor>
  );
}
