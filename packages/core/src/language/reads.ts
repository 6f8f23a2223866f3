/** What an expression reads, as paths; loop variables are resolved to `list[]`. */
export function reads(node: unknown, names: Record<string, string> = {}, found = new Set<string>()): Set<string> {
  if (node === null || typeof node !== 'object') return found;
  if (Array.isArray(node)) {
    for (const part of node) reads(part, names, found);
    return found;
  }
  const part = node as Record<string, any>;
  if (typeof part.get === 'string') {
    const [head, ...rest] = part.get.split('.') as [string, ...string[]];
    found.add([names[head] ?? head, ...rest].join('.'));
    return found;
  }
  const loop = part.some ?? part.every ?? part.pluck ?? part.each;
  if (Array.isArray(loop)) {
    const [list, name, ...inner] = loop;
    reads(list, names, found);
    const source = [...reads(list, names)][0] ?? 'list';
    reads([inner, part.do], { ...names, [name]: `${source}[]` }, found);
    return found;
  }
  if (typeof part.patch === 'string') {
    const inner = { ...names, [part.name]: `${part.patch}[]` };
    reads(part.where, inner, found);
    reads(part.with, inner, found);
    return found;
  }
  for (const value of Object.values(part)) reads(value, names, found);
  return found;
}

/** Visits every object of an expression, outer first. */
export function walk(node: unknown, visit: (part: Record<string, any>) => void): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) visit(node as Record<string, any>);
  for (const value of Object.values(node)) walk(value, visit);
}
