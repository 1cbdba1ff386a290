import { describe, expect, it } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { isOwnPage, siteTabOf } from '../../services/sender.ts';

const ID = 'offprint-id';
const ORIGIN = 'chrome-extension://offprint-id/';
const ARTICLE = 'https://wpnews.pro/news/a-first-article';
const tab = { id: 7, url: ARTICLE } as never;

describe('an extension page', () => {
  it('is known by the id and the origin the browser states', () => {
    expect(isOwnPage({ id: ID, url: `${ORIGIN}popup.html` }, ID, ORIGIN)).toBe(true);
  });

  it.each([
    ['another extension', { id: 'other', url: `${ORIGIN}popup.html` }],
    ['a content script', { id: ID, url: ARTICLE, tab }],
    ['a page without an address', { id: ID }],
    ['a page whose address merely contains ours', { id: ID, url: `https://evil.example/?${ORIGIN}` }],
  ])('is not %s', (_, sender) => {
    expect(isOwnPage(sender, ID, ORIGIN)).toBe(false);
  });
});

describe('a content script', () => {
  it('speaks for its tab, and the article is the one in the tab’s address', () => {
    expect(siteTabOf({ id: ID, url: ARTICLE, frameId: 0, tab }, ID)).toEqual({ tabId: 7, slug: 'a-first-article' });
  });

  it('has no article on a listing', () => {
    const listing = { id: 7, url: 'https://wpnews.pro/news/' } as never;
    expect(siteTabOf({ id: ID, url: 'https://wpnews.pro/news/', frameId: 0, tab: listing }, ID)?.slug).toBeNull();
  });

  it.each([
    ['a sub-frame', { frameId: 3 }],
    ['another extension', { id: 'other' }],
    ['no tab', { tab: undefined }],
    ['a look-alike host', { url: 'https://wpnews.pro.evil.example/news/a' }],
    ['a host with a trailing dot', { url: 'https://wpnews.pro./news/a' }],
    ['another port', { url: 'https://wpnews.pro:8443/news/a' }],
    ['user information', { url: 'https://wpnews.pro@evil.example/news/a' }],
    ['plain http', { url: 'http://wpnews.pro/news/a' }],
    ['a blob', { url: 'blob:https://evil.example/1' }],
    ['an extension page', { url: `${ORIGIN}popup.html` }],
  ])('is not believed from %s', (_, change) => {
    const sender = { id: ID, url: ARTICLE, frameId: 0, tab, ...change } as Runtime.MessageSender;
    expect(siteTabOf(sender, ID)).toBeNull();
  });
});
