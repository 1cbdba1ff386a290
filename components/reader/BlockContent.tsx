import type { JSX } from 'preact';
import { isDiagram } from '../../core/reading/diagram.ts';
import { directionOf } from '../../core/reading/direction.ts';
import { textOf } from '../../core/reading/inline-text.ts';
import type { Block, Code, Heading, List } from '../../core/reading/tree.ts';
import { useTranslate } from '../translation.ts';
import { InlineContent } from './InlineContent.tsx';
import { ScrollBox } from './ScrollBox.tsx';
import { TableView } from './TableView.tsx';

/** A run of blocks. */
export function BlockContent({ blocks }: { readonly blocks: readonly Block[] }): JSX.Element {
  return <>{blocks.map(blockOf)}</>;
}

function blockOf(block: Block): JSX.Element {
  switch (block.kind) {
    case 'heading':
      return <HeadingView heading={block} />;
    case 'paragraph':
      return (
        <p dir={directionOf(textOf(block.content))} class={block.tight ? 'is-tight' : undefined}>
          <InlineContent content={block.content} />
        </p>
      );
    case 'list':
      return <ListView list={block} />;
    case 'quote':
      return (
        <blockquote>
          <BlockContent blocks={block.blocks} />
        </blockquote>
      );
    case 'code':
      return <CodeView code={block} />;
    case 'table':
      return <TableView table={block} />;
    case 'rule':
      return <hr />;
  }
}

function HeadingView({ heading }: { readonly heading: Heading }): JSX.Element {
  const Rank = `h${heading.level}` as const;
  return (
    <Rank dir={directionOf(textOf(heading.content))}>
      <InlineContent content={heading.content} />
    </Rank>
  );
}

function ListView({ list }: { readonly list: List }): JSX.Element {
  const items = list.items.map((item) => (
    <li>
      <BlockContent blocks={item} />
    </li>
  ));
  return list.start === null ? <ul>{items}</ul> : <ol start={list.start}>{items}</ol>;
}

function CodeView({ code }: { readonly code: Code }): JSX.Element {
  const t = useTranslate();
  const label = code.language === null ? t('reader.code') : t('reader.codeIn', [code.language]);
  return (
    <ScrollBox label={label} class={isDiagram(code.text) ? 'reader-code is-diagram' : 'reader-code'}>
      <pre dir="ltr" translate={false}>
        <code>{code.text}</code>
      </pre>
    </ScrollBox>
  );
}
