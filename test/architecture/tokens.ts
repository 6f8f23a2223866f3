/** What a source file says in code: names, strings and calls, by the swc parser. Comments are not code. */
import { parseSync } from '@swc/core';
import type { Source } from './sources.ts';

interface Node {
  type: string;
  [field: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Calls `visit` for every node of the syntax tree. */
export function walk(source: Source, visit: (node: Node) => void): void {
  const go = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) go(item);
    else if (value && typeof value === 'object') {
      if (isNode(value)) visit(value);
      for (const [field, part] of Object.entries(value)) if (field !== 'span') go(part);
    }
  };
  go(
    parseSync(source.text, {
      syntax: 'typescript',
      tsx: source.path.endsWith('x'),
      decorators: false,
      target: 'es2022',
    }).body,
  );
}

export interface Tokens {
  /** Identifiers, property names and JSX attributes, as written. */
  names: Set<string>;
  /** Contents of string literals, templates and JSX text. */
  strings: string[];
}

export function tokensOf(source: Source): Tokens {
  const names = new Set<string>();
  const strings: string[] = [];
  walk(source, (node) => {
    if (node.type === 'Identifier' || node.type === 'PrivateName') names.add(String(node.value));
    else if (node.type === 'StringLiteral' || node.type === 'JSXText') strings.push(String(node.value));
    else if (node.type === 'TemplateElement') strings.push(String(node.cooked ?? node.raw));
  });
  return { names, strings };
}

/** Dotted names of the functions and classes that a file calls or makes, with the number of arguments. */
export function callsOf(source: Source): { name: string; made: boolean; args: number }[] {
  const found: { name: string; made: boolean; args: number }[] = [];
  const nameOf = (value: unknown): string => {
    if (!isNode(value)) return '';
    if (value.type === 'Identifier') return String(value.value);
    if (value.type === 'MemberExpression') return `${nameOf(value.object)}.${nameOf(value.property)}`;
    return '';
  };
  walk(source, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression')
      found.push({
        name: nameOf(node.callee),
        made: node.type === 'NewExpression',
        args: Array.isArray(node.arguments) ? node.arguments.length : 0,
      });
  });
  return found;
}

/** Names that the types of a file declare: properties, methods and string literals of unions. */
export function declaredIn(source: Source): Set<string> {
  const found = new Set<string>();
  const add = (node: unknown) => {
    if (isNode(node) && typeof node.value === 'string') found.add(node.value);
  };
  walk(source, (node) => {
    if (node.type === 'TsPropertySignature' || node.type === 'TsMethodSignature') add(node.key);
    else if (node.type === 'TsLiteralType') add(node.literal);
  });
  return found;
}

/** Specifiers of all imports and re-exports of a file, types included. */
export function importsOf(source: Source): string[] {
  const found: string[] = [];
  walk(source, (node) => {
    const from = node.source;
    if (/^(Import|ExportAll|ExportNamed)Declaration$/.test(node.type) && isNode(from)) found.push(String(from.value));
  });
  return found;
}
