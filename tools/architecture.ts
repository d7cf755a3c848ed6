import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { APPS_MAY_IMPORT, MAY_IMPORT, forbiddenFor } from './walls.mjs';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A source file as the architecture test sees it: where it stands and what it says. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Every TypeScript file below a folder, without build output. */
export function sources(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\/(dist|node_modules|generated)(\/|$)/.test(`${entry.parentPath}/`))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(ROOT, path), text: readFileSync(path, 'utf8') };
    });
}

/** True for files that only run in tests. */
export function isTest(path: string): boolean {
  return /[.-]spec\.tsx?$/.test(path) || /\/testing\//.test(path);
}

/** The rooms a file imports from, by door. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from\s+|import\s*\(?\s*)['"]@yoriai\/([a-z-]+)(?:\/[^'"]*)?['"]/g)].map((match) => match[1] as string);
}

/** Imports that go through a wall, one sentence each. */
export function wallViolations(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const [top, room] = path.split('/') as [string, string];
    const kind = top === 'libs' ? 'lib' : 'app';
    const known = kind === 'lib' ? MAY_IMPORT : APPS_MAY_IMPORT;
    if (!(room in known)) return [`${path}: no walls are drawn for ${room}`];
    const forbidden = forbiddenFor(room, kind).filter((lib) => !(lib === 'testing' && isTest(path)));
    return importsOf(text)
      .filter((lib) => forbidden.includes(lib))
      .map((lib) => `${path} imports @yoriai/${lib}`);
  });
}

/** Codes that the sources refuse with. */
export function refusalCodes(files: SourceFile[]): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { path, text } of files) {
    for (const match of text.matchAll(/(?:refuse|new Refusal)\(\s*['"]([a-z-]+(?:\.[a-z-]+)+)['"]/g)) codes.set(match[1] as string, path);
    for (const block of text.matchAll(/constraintRefusals\(\{([\s\S]*?)\}\)/g)) {
      for (const match of (block[1] as string).matchAll(/['"]([a-z-]+(?:\.[a-z-]+)+)['"]/g)) codes.set(match[1] as string, path);
    }
  }
  return codes;
}

/**
 * Migrations whose order nobody can tell: two with one number, or a class that is numbered other than its file.
 * They run by the number of the class, a backup names the last one by it.
 */
export function unorderedMigrations(files: SourceFile[]): string[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ path, text }) => {
    const number = /(?:^|\/)(\d{13})-[^/]*$/.exec(path)?.[1];
    if (!number) return [];
    const twin = seen.get(number);
    seen.set(number, path);
    const named = new RegExp(`class \\w+${number} `).test(text);
    return [...(twin ? [`${path} has the number of ${twin}`] : []), ...(named ? [] : [`${path}: its class has another number`])];
  });
}

/**
 * Texts that nobody says, neither by their whole key nor by one made in a template (`app.step.${step}`); a refusal's by
 * its code. What only a test says counts as said by nobody.
 */
export function unsaid(keys: readonly string[], files: SourceFile[]): string[] {
  const code = files.filter(({ path }) => !isTest(path) && !path.includes('/texts/')).map(({ text }) => text);
  const said = new Set(code.flatMap((text) => [...text.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1])));
  const made = new Set(code.flatMap((text) => [...text.matchAll(/`([\w-]+\.[\w.-]*(?:\$\{[^`}]*\}[\w.-]*)+)/g)].map((match) => match[1] as string)));
  const ways = [...made].filter((way) => !way.startsWith('refusal.')).map((way) => new RegExp(`^${way.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.-]+')}$`));
  return keys.filter((key) => [key, key.replace(/^refusal\./, '')].every((name) => !said.has(name) && !ways.some((way) => way.test(name))));
}
