/**
 * The style of exported pages. A page carries it inline and allows exactly it, by its hash; a test holds the two together
 * and says the right hash when they part.
 */
export const PAGE_STYLE = `:root{color-scheme:light dark;--text:#1c1b19;--soft:#5b5852;--line:#d9d4c9;--paper:#fffdf8;--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--text:#e9e5dc;--soft:#aaa498;--line:#45413a;--paper:#191816;--link:#8ab8f2}}
body{margin:0 auto;max-width:42rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--text);font:1.0625rem/1.6 Georgia,'Times New Roman',serif;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2rem 0 .5rem}
h1{margin-block-start:0}
a{color:var(--link)}
header p,.byline,.ours,.back{color:var(--soft);font:.875rem/1.5 system-ui,sans-serif}
.standfirst{font-size:1.1875rem;color:var(--soft)}
nav ol{list-style:none;padding:0;margin:0}
nav li{margin:.35rem 0}
nav h3{margin:1.5rem 0 .25rem}
article{border-block-start:1px solid var(--line);margin-block-start:3rem;padding-block-start:1rem}
blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
pre,.table{overflow-x:auto}
pre{padding:.75rem;border:1px solid var(--line);font-size:.875rem;line-height:1.4;overflow-wrap:normal}
table{border-collapse:collapse;font-size:.9375rem}
th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:start;vertical-align:top}
.tight{margin:0}
.center{text-align:center}
.end{text-align:end}
hr{border:0;border-block-start:1px solid var(--line);margin:2rem 0}
.picture{color:var(--soft)}
.own{margin-block-start:2rem;padding:.25rem 1rem;border:1px solid var(--line)}
@media print{body{max-width:none;padding:0;background:none;color:#000;font-size:11pt}article{break-before:page;border:0}pre,blockquote,table{break-inside:avoid}pre{white-space:pre-wrap}.back{display:none}}
`;

/** SHA-256 of `PAGE_STYLE` as UTF-8, as a content security policy names it. */
export const PAGE_STYLE_HASH = 'sha256-AY42/PXPBtt5N/azZTmB3z/NaQvANMFjoqGNp/TYMF4=';
