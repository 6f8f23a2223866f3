/**
 * Words that the dispute chart uses for a field or a state and that are also words of every host.
 * The vocabulary of the engine's own contracts is taken from their types (`declaredIn`) and not listed here.
 * Each says whose word it is; the test refuses one that the code does not need.
 */
export const GENERIC: Record<string, string> = {
  address: 'network: where the host listens, who asks',
  children: 'JSX and forms: what a node holds',
  document: 'prose of the file port',
  file: 'forms: an upload',
  group: 'forms: fields shown together',
  left: 'text: what remains',
  limit: 'HTTP and SQL: how much at most',
  links: 'pages: links to other subjects',
  measure: 'clock: a sample of the database',
  method: 'HTTP',
  minutes: 'time units of form values',
  missing: 'audit: an entry that is not there',
  mode: 'file system: rights of a file',
  named: 'text: what was named in a message',
  next: 'pages: where to go on',
  no: 'the negative answer; number of a row',
  open: 'sealed values, files, lists: opened or still open',
  origin: 'HTTP header',
  out: 'CLI: standard output',
  overdue: 'lists: a due day has passed',
  papers: 'pages: tab of documents',
  phone: 'search: kind of a personal token',
  place: 'forms: path of a value',
  platform: 'operating system and processor',
  present: 'forms: a value is there',
  recorded: 'pages: when an entry was recorded',
  restored: 'drafts: brought back',
  route: 'HTTP',
  seal: 'encryption of stored values',
  second: 'time units of form values',
  sessions: 'accounts: who is signed in',
  simple: 'pages: a page of one message',
  size: 'files and forms: how large',
  source: 'where code or a value comes from',
  statements: 'SQL',
  time: 'forms: kind of a value',
  user: 'accounts',
};
/** The same for core, of which only telling names are looked for. */
export const CORE_GENERIC: Record<string, string> = {
  OPEN: 'truth: a value that may be true or false',
  TERM_EXPIRED: 'the event that the clock raises in every chart that has terms',
  endedBy: 'tasks: terms that an event ends',
  openedOn: 'projection: the day on which a subject was opened',
  termId: 'payload of the event of the clock',
};
