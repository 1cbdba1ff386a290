/** What `README.md` in an archive says, for whoever finds it in ten years without Offprint. */
export const ARCHIVE_README = `# An Offprint archive

Articles of https://wpnews.pro that somebody kept with Offprint, a browser extension, and everything they added to
them. Nothing here needs Offprint: the files are UTF-8 text that any editor opens.

- \`articles/\`: each article as Markdown, with its fields and the reader's tags, marks and note in front (YAML).
- \`articles.jsonl\`: the same articles with every field, one JSON object a line, the newest save first. Times are
  milliseconds since 1970, dates ISO 8601.
- \`originals/\`: what the site sent, byte for byte. \`originals.jsonl\` says what each file is and when it was fetched.
- \`revisions.jsonl\`: earlier content of articles that changed.
- \`annotations.jsonl\`: the reader's notes as W3C Web Annotations.
- \`tags.json\`: the reader's tags, and how many articles have each.
- \`searches.json\`, \`settings.json\`, \`redirects.json\`: saved searches, preferences, and articles that were renamed.
- \`bin.jsonl\`, \`bin/\`: articles in the bin, and what the site sent for them.
- \`files.jsonl\`: size and SHA-256 of every file in the folders; \`manifest.json\` has those of the lists themselves, and
  says which format this is, when it was written and what is in it.

To bring it back, open Offprint's page "Take away and bring back" and choose this zip file.
`;
