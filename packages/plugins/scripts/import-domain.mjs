/**
 * Takes the domain research (Markdown and JSON) into the project as data files with their source.
 * Usage: node packages/plugins/scripts/import-domain.mjs <folder of the research>
 * Run it when the research changes; then run generate-domain.mjs. A clone needs neither: the results are committed.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const from = process.argv[2];
if (!from) {
  process.stderr.write('usage: node import-domain.mjs <folder of the domain research>\n');
  process.exit(2);
}
const data = join(import.meta.dirname, '../src/domain/data');
const SOURCE =
  'Domain research of this project, state of November 2026. Paraphrases; only the Chinese text of a law is binding. Each entry names its basis and how far it was verified.';
const read = (name) => readFileSync(join(from, name), 'utf8');
const write = (name, value) =>
  writeFileSync(join(data, name), `${JSON.stringify({ source: SOURCE, ...value }, null, 1)}\n`);
const isRow = (line) => line.startsWith('|') && !/^\|\s*-/.test(line);
const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));

/** Rows of the first table after a heading, without its head row. */
function table(text, heading) {
  const rows = [];
  let inside = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) inside = heading.test(line);
    else if (inside && isRow(line)) rows.push(cells(line));
  }
  return rows.slice(1);
}

function law() {
  const rules = [];
  let section = '';
  for (const line of read('law.md').split('\n')) {
    const heading = /^## (.+)$/.exec(line);
    const rule = /^### (R-[A-Z]+-\d+) (.+)$/.exec(line);
    const part = /^- (Rule|Basis|Check|Status): (.*)$/.exec(line);
    if (heading) section = heading[1];
    if (rule) rules.push({ id: rule[1], section, title: rule[2], rule: '', basis: '', check: '', status: '' });
    if (part) rules.at(-1)[part[1].toLowerCase()] = part[2];
  }
  return { rules };
}

function documents() {
  const found = [];
  for (const line of read('documents.md').split('\n')) {
    const heading = /^## (.+?) ([A-Z][A-Za-z].*)$/.exec(line);
    if (line.startsWith('## ')) found.push({ zh: heading?.[1] ?? '', en: heading?.[2] ?? '', code: '', fields: [] });
    const last = found.at(-1);
    if (!last) continue;
    const part = /^- (Code|Issued by|Need|Signature block|Number|Status|Note): (.*)$/.exec(line);
    if (part?.[1] === 'Code') last.code = part[2].replaceAll('`', '');
    else if (part?.[1] === 'Issued by') [last.issuedBy, last.when] = part[2].split('; when: ');
    else if (part)
      last[
        { Need: 'need', 'Signature block': 'signature', Number: 'number', Status: 'status', Note: 'note' }[part[1]]
      ] = part[2];
    else if (isRow(line) && last.code) {
      const [zh, id, type, required] = cells(line);
      if (zh !== '名称') last.fields.push({ id, zh, type, required });
    }
  }
  return { documents: found.filter((document) => document.code) };
}

function glossary() {
  const entries = [];
  let section = '';
  for (const line of read('glossary.md').split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3);
    if (!isRow(line) || line.startsWith('| 中文')) continue;
    const [zh, english, definition] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const named = /^(.*?)\s*\/\s*`(.+)`$/.exec(english);
    entries.push({
      section,
      zh,
      en: named?.[1] ?? english,
      ...(named ? { id: named[2] } : {}),
      definition: definition.replaceAll('`', ''),
    });
  }
  return { entries };
}

function statistics() {
  const text = read('statistics.md');
  const pick = (heading, names) =>
    table(text, heading).map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
  return {
    cases: pick(/^## 1\./, ['zh', 'id', 'unit', 'definition', 'tag']),
    committees: pick(/^## 2\./, ['zh', 'id']),
    rates: pick(/^## 3\./, ['zh', 'id', 'formula', 'note']),
    hotline: pick(/^## 4\./, ['zh', 'formula', 'over']),
    worked: pick(/^## 5\./, ['figure', 'value', 'how']),
  };
}

const { meta: codeMeta, ...lists } = JSON.parse(read('code-lists.json'));
write('code-lists.json', { ...codeMeta, lists });
const { meta, startFacts, deadlines } = JSON.parse(read('deadlines.json'));
write('deadlines.json', { meta, startFacts, deadlines });
write('law.json', law());
write('documents.json', documents());
write('glossary.json', glossary());
write('statistics.json', statistics());
mkdirSync(join(data, 'scenarios'), { recursive: true });
for (const name of readdirSync(join(from, 'scenarios')))
  copyFileSync(join(from, 'scenarios', name), join(data, 'scenarios', name));
process.stdout.write(`domain data written to ${data}\n`);
