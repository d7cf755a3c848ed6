import { posix } from 'node:path';
import ts from 'typescript';
import { isTest, type SourceFile } from './architecture.js';

/** What reads rows, a method of a class or a function, and who calls it. */
export interface RowRead {
  /** `events/EventRepository.byId`; of a function `events/submittedOf` */
  name: string;
  /** It begins with what the asker may see (`sees`, `visibleTo`). */
  scoped: boolean;
  /** Classes and functions by their names. */
  calledBy: readonly string[];
}

/** A read without a scope that is allowed, why, and for whom. */
export interface Exemption {
  name: string;
  why: string;
  callers: readonly string[];
}

const READS = /(?<!<\/?)\bselect\b(?! ?=|\()|\btx\s*\.(find|findOne|findBy|findOneBy|findAndCount|createQueryBuilder)\(/;
const WRITES = /^\s*(insert|update|delete)\b/;
const SCOPE = /\b(sees|visibleTo)\b/;
/**
 * Where rows are read for somebody: the contexts, the HTTP process, and the worker, whose letters show people to people. Not the house
 * below the contexts, which carries rows and knows nothing of what stands in them; nor the operator's programs (apps/local) and the
 * measurements (apps/bench), which nobody's request reaches, nor what tests set the scene with.
 */
const READERS = /^(libs\/(?!platform\/|testing\/)|apps\/(api|worker)\/src\/(?!rights\/|fuzz\/|faults\/))/;

/**
 * Everything that reads rows, methods and functions alike, and who calls it, Site and App included; by reading the sources. Statements
 * that begin with a write count as writes.
 */
export function rowReads(sources: readonly SourceFile[]): RowRead[] {
  const units = sources.filter(({ path }) => !isTest(path)).flatMap(unitsIn);
  const speakOf = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const word of unit.words) {
      const those = speakOf.get(word);
      if (those) those.push(unit);
      else speakOf.set(word, [unit]);
    }
  }
  const readers = units.filter(({ path }) => READERS.test(path));
  return readers.flatMap((reader) =>
    reader.parts.filter((part) => part.reads).map(({ name, text }) => ({
      name: `${reader.room}/${name === '' ? '' : `${reader.name}.`}${name || reader.name}`,
      scoped: SCOPE.test(text),
      calledBy: [...new Set((speakOf.get(name || reader.name) ?? []).filter((each) => each !== reader && calls(each, reader, name)).map((each) => each.name))].sort(),
    })),
  );
}

/** What breaks the rule: an unscoped read that nobody exempted, an exempted one with a new caller, an exemption of nothing. */
export function unseenRule(found: readonly RowRead[], exemptions: readonly Exemption[]): string[] {
  const known = new Map(exemptions.map((each) => [each.name, each]));
  const wrong = found.filter(({ scoped }) => !scoped).flatMap(({ name, calledBy }) => {
    const exemption = known.get(name);
    if (!exemption) return [`${name} reads without what the asker may see, called by ${calledBy.join(' ')}`];
    return calledBy.filter((caller) => !exemption.callers.includes(caller)).map((caller) => `${name} is new to ${caller}`);
  });
  const gone = exemptions.filter(({ name }) => !found.some((each) => each.name === name && !each.scoped)).map(({ name }) => `${name} is exempted and not there`);
  return [...wrong, ...gone];
}

/** Reads the table: `name | why | callers`. */
export function readExemptions(table: string): Exemption[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [name = '', why = '', callers = ''] = line.split('|').map((part) => part.trim());
    return { name, why, callers: callers.split(' ').filter(Boolean) };
  });
}

/** A class, or a function that stands by itself. */
interface Unit {
  path: string;
  room: string;
  name: string;
  /** The methods of a class; of a function itself, without a name. */
  parts: { name: string; text: string; reads: boolean }[];
  /** What holds an object of which class: fields of a constructor, parameters of methods and functions. */
  holders: Map<string, Set<string>>;
  /** What its file imports, by name: from which file, without its ending, or from which room's door. */
  imports: ReadonlyMap<string, string>;
  text: string;
  /** Every name in it. */
  words: ReadonlySet<string>;
}

/** Prints what a program does: a word in a comment guards nothing. */
const PLAIN = ts.createPrinter({ removeComments: true });

const read = new WeakMap<SourceFile, Unit[]>();

/** Each source is taken apart once. */
function unitsIn(source: SourceFile): Unit[] {
  const known = read.get(source) ?? unitsOf(source);
  read.set(source, known);
  return known;
}

function unitsOf({ path, text }: SourceFile): Unit[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const declared = file.statements.filter(ts.isVariableStatement).flatMap((each) => each.declarationList.declarations);
  const constants = new Map(declared.filter((each) => !isFunction(each.initializer)).map((each) => [each.name.getText(file), each.initializer?.getText(file) ?? '']));
  const imports = new Map(file.statements.filter(ts.isImportDeclaration).flatMap((each) => importsOf(each, path)));
  /** The name of a part and what it does, without comments and parameters, with the statements that it takes from the head of its file. */
  const whole = (name: string, body: ts.Node | undefined): Unit['parts'][number] => {
    const own = [name, body ? PLAIN.printNode(ts.EmitHint.Unspecified, body, file) : ''].join(' ');
    const did = [own, ...[...constants].filter(([constant]) => own.includes(constant) && new RegExp(`\\b${constant}\\b`).test(own)).map(([, value]) => value)].join('\n');
    return { name, text: did, reads: reads(did) };
  };
  const unit = (node: ts.Node, name: string, parts: Unit['parts'], parameters: readonly ts.ParameterDeclaration[]): Unit => {
    const holders = new Map<string, Set<string>>();
    for (const each of parameters) {
      const type = each.type?.getText(file) ?? '';
      holders.set(type, (holders.get(type) ?? new Set()).add(each.name.getText(file)));
    }
    const own = node.getText(file);
    return { path, room: path.split('/')[1] ?? '', name, parts, holders, imports, text: own, words: new Set(own.match(/[\w$]+/g)) };
  };
  const classes = file.statements.filter(ts.isClassDeclaration).map((node) => {
    const own = node.members.flatMap((member) => {
      if (ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member)) return [{ name: member.name.getText(file), body: member.body as ts.Node | undefined }];
      return ts.isPropertyDeclaration(member) && isFunction(member.initializer) ? [{ name: member.name.getText(file), body: member.initializer.body as ts.Node }] : [];
    });
    const parameters = node.members.flatMap((member) => (ts.isConstructorDeclaration(member) || ts.isMethodDeclaration(member) ? [...member.parameters] : []));
    return unit(node, node.name?.text ?? '', own.map(({ name, body }) => whole(name, body)), parameters);
  });
  const functions = file.statements.filter(ts.isFunctionDeclaration).map((node) => ({ node: node as ts.Node, name: node.name?.text ?? 'default', of: node as ts.FunctionLikeDeclaration }));
  const arrows = declared.flatMap((node) => (isFunction(node.initializer) ? [{ node: node as ts.Node, name: node.name.getText(file), of: node.initializer as ts.FunctionLikeDeclaration }] : []));
  return [...classes, ...[...functions, ...arrows].map(({ node, name, of }) => unit(node, name, [{ ...whole(name, of.body), name: '' }], of.parameters))];
}

function isFunction(node: ts.Node | undefined): node is ts.ArrowFunction | ts.FunctionExpression {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

function importsOf({ importClause, moduleSpecifier }: ts.ImportDeclaration, path: string): [string, string][] {
  const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
  const at = from.startsWith('.') ? posix.join(posix.dirname(path), from).replace(/\.jsx?$/, '') : from;
  const named = importClause?.namedBindings;
  return named && ts.isNamedImports(named) ? named.elements.map((each) => [each.name.text, at]) : [];
}

function reads(text: string): boolean {
  const sql = /[`']\s*(?:with\s+\w+\s+as\s*\(\s*)?(with|select|insert|update|delete)\b/.exec(text);
  return READS.test(text) && !(sql && WRITES.test(sql[1] ?? ''));
}

/** A method is called on what holds its class; a function by its name, where it stands or was imported from. */
function calls(caller: Unit, reader: Unit, method: string): boolean {
  if (method !== '') return [...(caller.holders.get(reader.name) ?? [])].some((holder) => new RegExp(`\\b${holder}\\s*\\.${method}\\(`).test(caller.text));
  const from = caller.path === reader.path ? reader.path : caller.imports.get(reader.name);
  const isIt = from === reader.path || from === reader.path.replace(/\.tsx?$/, '') || from === `@yoriai/${reader.room}`;
  return isIt && new RegExp(`(?<!\\.)\\b${reader.name}\\b`).test(caller.text);
}
