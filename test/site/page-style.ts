/** The demo site's own look: a terminal-like news page, dark and light. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#16202a, #d8e2ea); --paper: light-dark(#fbfcfa, #0e1418); --accent: light-dark(#0a6b4f, #5fd3a8); --line: light-dark(#d8ddd6, #263038); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 Georgia, serif; }
header, .path, .tags, .facts, .chips { font: 13px/1.6 ui-monospace, monospace; }
header { display: flex; gap: 2rem; padding: .8rem 1.5rem; border-block-end: 1px solid var(--line); }
a { color: var(--accent); }
.brand { text-decoration: none; color: inherit; }
main { max-inline-size: 44rem; margin: 2rem auto; padding-inline: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; }
.summary { font-size: 1.15rem; border-inline-start: 3px solid var(--accent); padding-inline-start: 1rem; }
.facts span { margin-inline-end: 1.5rem; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); font-size: .85rem; }
table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: .3rem .6rem; }
.chips > * { border: 1px solid var(--line); padding: .1rem .5rem; margin-inline-end: .3rem; }
`;
