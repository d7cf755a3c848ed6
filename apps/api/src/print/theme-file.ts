import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { THEME_PATH } from '@yoriai/ui';
import { sheetText } from '../style-sheets.js';

const THEME = dirname(fileURLToPath(import.meta.resolve('@yoriai/ui/theme/theme.css')));

/** A style sheet or picture of ours by the path pages use (`/theme/print.css`), as it would be served; `undefined` for anything else. */
export async function themeFile(path: string): Promise<{ type: string; body: Buffer } | undefined> {
  if (!/^[\w./-]+$/.test(path) || path.includes('..') || !path.startsWith(`${THEME_PATH}/`)) return undefined;
  const file = join(THEME, path.slice(THEME_PATH.length));
  if (extname(file) === '.css') return { type: 'text/css; charset=utf-8', body: Buffer.from(await sheetText(file)) };
  return extname(file) === '.svg' ? { type: 'image/svg+xml', body: await readFile(file) } : undefined;
}
