/**
 * What runs in the demo site's pages. With `?spa=1` in the address, links inside the site swap the content and push a
 * history entry instead of loading a page, as single-page sites do.
 */
export const PAGE_SCRIPT = `
if (new URLSearchParams(location.search).has('spa')) {
  const show = async (address) => {
    const html = await (await fetch(address)).text();
    const next = new DOMParser().parseFromString(html, 'text/html');
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    document.querySelector('main').replaceWith(next.querySelector('main'));
    const canonical = 'link[rel=canonical], link[rel=alternate], script[type="application/ld+json"]';
    for (const old of document.head.querySelectorAll(canonical)) old.remove();
    document.head.append(...next.head.querySelectorAll(canonical));
  };
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (link === null || link.origin !== location.origin) return;
    event.preventDefault();
    const address = new URL(link.href);
    address.searchParams.set('spa', '1');
    show(address.href).then(() => history.pushState(null, '', address.href));
  });
  addEventListener('popstate', () => show(location.href));
}
`;
