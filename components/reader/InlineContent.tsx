import type { JSX } from 'preact';
import { textOf } from '../../core/reading/inline-text.ts';
import type { Image, Inline, Link } from '../../core/reading/tree.ts';
import { useTranslate } from '../translation.ts';
import { OutsideLink } from './OutsideLink.tsx';

/** A run of inline nodes. */
export function InlineContent({ content }: { readonly content: readonly Inline[] }): JSX.Element {
  return <>{content.map(inlineOf)}</>;
}

function inlineOf(node: Inline): JSX.Element | string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'emphasis':
      return (
        <em>
          <InlineContent content={node.content} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <InlineContent content={node.content} />
        </strong>
      );
    case 'strike':
      return (
        <s>
          <InlineContent content={node.content} />
        </s>
      );
    case 'inline-code':
      return <code dir="ltr">{node.text}</code>;
    case 'link':
      return <LinkView link={node} />;
    case 'image':
      return <PictureNote image={node} />;
    case 'break':
      return <br />;
  }
}

function LinkView({ link }: { readonly link: Link }): JSX.Element {
  const t = useTranslate();
  const showsAddress = link.host === null && /^https?:/.test(textOf(link.content));
  return (
    <OutsideLink address={link.address} class={showsAddress ? 'shows-address' : undefined}>
      {link.content.length === 0 ? link.address : <InlineContent content={link.content} />}
      {link.host !== null && (
        <>
          {' '}
          <bdi class="reader-host">{t('reader.goesTo', [link.host])}</bdi>
        </>
      )}
    </OutsideLink>
  );
}

/** In place of a picture: loading one would tell a stranger that the article is being read. */
function PictureNote({ image }: { readonly image: Image }): JSX.Element {
  const t = useTranslate();
  const words = image.description === '' ? t('reader.picture') : t('reader.pictureOf', [image.description]);
  if (image.address === null) return <span class="reader-picture">{words}</span>;
  return (
    <OutsideLink class="reader-picture" address={image.address}>
      {words}
    </OutsideLink>
  );
}
