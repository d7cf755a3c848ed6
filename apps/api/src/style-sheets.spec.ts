import { describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sheetText } from './style-sheets.js';

const THEME = dirname(fileURLToPath(import.meta.resolve('@yoriai/ui/theme/theme.css')));

describe('a style sheet', () => {
  it('arrives as one file with every part in it, once and in order', async () => {
    const screen = await sheetText(join(THEME, 'screen.css'));
    expect(screen).not.toContain('@import');
    const order = [...(await readFile(join(THEME, 'ui.css'), 'utf8')).matchAll(/parts\/([\w-]+\.css)/g)].map((match) => match[1] ?? '');
    expect([...order].sort()).toEqual((await readdir(join(THEME, 'parts'))).sort());
    const places = await Promise.all(order.map(async (name) => screen.indexOf(await readFile(join(THEME, 'parts', name), 'utf8'))));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('that names a part which is not there is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sheet-'));
    try {
      await writeFile(join(folder, 'broken.css'), "@import './missing.css';\n");
      await expect(sheetText(join(folder, 'broken.css'))).rejects.toThrow(/missing\.css/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
