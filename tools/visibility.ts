import ts from 'typescript';
import { isTest, type SourceFile } from './architecture.js';

/** A method of a context that reads rows, and the classes that call it. */
export interface RowRead {
  /** `events/EventRepository.byId` */
  name: string;
  /** It begins with what the asker may see (`sees`, `visibleTo`). */
  scoped: boolean;
  calledBy: readonly string[];
}

/** A read without a scope that is allowed, why, and for whom. */
export interface Exemption {
  name: string;
  why: string;
  callers: readonly string[];
}

const READS = /\bselect\b|\btx\s*\.(find|findOne|findBy|findOneBy|findAndCount|createQueryBuilder)\(/;
const WRITES = /^\s*(insert|update|delete)\b/;
const SCOPE = /\b(sees|visibleTo)\b/;
/** The house below the contexts: it carries rows and knows nothing of what stands in them. */
const HOUSE = 'platform';

/**
 * Every method of a context that reads rows, repository or service, and who calls it, Site and App included; by reading
 * the sources. Statements that begin with a write count as writes.
 */
export function rowReads(sources: readonly SourceFile[]): RowRead[] {
  const classes = sources.filter(({ path }) => !isTest(path)).flatMap(({ path, text }) => classesOf(path, text));
  const readers = classes.filter(({ path, room }) => path.startsWith('libs/') && room !== HOUSE);
  return readers.flatMap((reader) =>
    reader.methods.filter(({ text }) => reads(text)).map(({ name, text }) => ({
      name: `${reader.room}/${reader.name}.${name}`,
      scoped: SCOPE.test(text),
      calledBy: [...new Set(classes.filter((each) => calls(each, reader.name, name)).map((each) => each.name))].sort(),
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

interface SourceClass {
  path: string;
  room: string;
  name: string;
  methods: { name: string; text: string }[];
  /** The fields of its constructor by the class they hold. */
  fields: Map<string, string>;
  text: string;
}

/** Prints what a program does: a word in a comment guards nothing. */
const PLAIN = ts.createPrinter({ removeComments: true });

function classesOf(path: string, text: string): SourceClass[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const statements = file.statements.filter(ts.isVariableStatement).flatMap((each) => each.declarationList.declarations);
  const constants = new Map(statements.map((each) => [each.name.getText(file), each.initializer?.getText(file) ?? '']));
  /** The name of a method and what it does, without comments and parameters, with the statements that it takes from the head of its file. */
  const whole = (method: ts.MethodDeclaration): string => {
    const own = [method.name.getText(file), method.body ? PLAIN.printNode(ts.EmitHint.Unspecified, method.body, file) : ''].join(' ');
    return [own, ...[...constants].filter(([name]) => new RegExp(`\\b${name}\\b`).test(own)).map(([, value]) => value)].join('\n');
  };
  return file.statements.filter(ts.isClassDeclaration).map((node) => {
    const maker = node.members.find(ts.isConstructorDeclaration);
    const fields = (maker?.parameters ?? []).map((each): [string, string] => [each.type?.getText(file) ?? '', each.name.getText(file)]);
    const methods = node.members.filter(ts.isMethodDeclaration).map((each) => ({ name: each.name.getText(file), text: whole(each) }));
    return { path, room: path.split('/')[1] ?? '', name: node.name?.text ?? '', methods, fields: new Map(fields), text: node.getText(file) };
  });
}

function reads(text: string): boolean {
  const sql = /[`']\s*(?:with\s+\w+\s+as\s*\(\s*)?(with|select|insert|update|delete)\b/.exec(text);
  return READS.test(text) && !(sql && WRITES.test(sql[1] ?? ''));
}

function calls(caller: SourceClass, reader: string, method: string): boolean {
  const field = caller.fields.get(reader);
  return field !== undefined && new RegExp(`this\\s*\\.${field}\\s*\\.${method}\\(`).test(caller.text);
}
