/**
 * Markup that makes a browser ask another host for something as soon as it is in a page, without a click: what tracks a
 * reader. Each form is given a host of its own under `leak.example`, so that the server's log says which one leaked.
 */

const HTML_FORMS: readonly ((address: string) => string)[] = [
  (to) => `<img src=${to}>`,
  (to) => `<img srcset="${to} 1x">`,
  (to) => `<picture><source srcset=${to}><img></picture>`,
  (to) => `<input type=image src=${to}>`,
  (to) => `<video poster=${to}></video>`,
  (to) => `<video src=${to} preload=auto></video>`,
  (to) => `<audio src=${to} preload=auto></audio>`,
  (to) => `<video preload=auto><source src=${to}></video>`,
  (to) => `<iframe src=${to}></iframe>`,
  (to) => `<iframe srcdoc="<img src=${to}>"></iframe>`,
  (to) => `<object data=${to}></object>`,
  (to) => `<embed src=${to}>`,
  (to) => `<script src=${to}></script>`,
  (to) => `<script type=module src=${to}></script>`,
  (to) => `<link rel=stylesheet href=${to}>`,
  (to) => `<link rel=preload as=image href=${to}>`,
  (to) => `<link rel=prefetch href=${to}>`,
  (to) => `<link rel=modulepreload href=${to}>`,
  (to) => `<link rel=preconnect href=${to}>`,
  (to) => `<link rel=icon href=${to}>`,
  (to) => `<style>@import "${to}";</style>`,
  (to) => `<style>body { background-image: url(${to}) }</style>`,
  (to) => `<style>@font-face { font-family: leak; src: url(${to}) } p { font-family: leak }</style><p>a</p>`,
  (to) => `<p style="background-image: url(${to})">a</p>`,
  (to) => `<p style="list-style-image: url(${to}); display: list-item">a</p>`,
  (to) => `<table background=${to}><tr><td>a</table>`,
  (to) => `<svg><image href=${to} width=9 height=9></image></svg>`,
  (to) => `<svg><feImage href=${to}></feImage></svg>`,
  (to) => `<svg><use href=${to}#a></use></svg>`,
  (to) =>
    `<script type=speculationrules>{"prefetch":[{"source":"list","urls":["${to}"],"eagerness":"immediate"}]}</script>`,
];

const MARKDOWN_FORMS: readonly ((address: string) => string)[] = [
  (to) => `![a](${to})`,
  (to) => `![a](<${to}> "title")`,
  (to) => `[![a](${to})](${to})`,
  (to) => `![a][r]\n\n[r]: ${to}`,
  (to) => `${to}.png`,
  (to) => `<${to}>`,
];

const addressOfLeak = (name: string) => `https://${name}.leak.example/x`;

/** Leaks in HTML, which a page without protection springs. */
export const HTML_LEAKS: readonly string[] = HTML_FORMS.map((form, index) => form(addressOfLeak(`html-${index}`)));

/** Leaks in Markdown, which a renderer that loads pictures springs. */
export const MARKDOWN_LEAKS: readonly string[] = MARKDOWN_FORMS.map((form, index) =>
  form(addressOfLeak(`md-${index}`)),
);

/** The one form that takes the whole page away, and that no policy of a page stops. */
export const REFRESH_LEAK = `<meta http-equiv=refresh content="0;url=${addressOfLeak('refresh')}">`;
