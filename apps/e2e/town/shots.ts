import { test, type Page } from '@playwright/test';

/** A picture of the whole page for people to look at; taken only when E2E_SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_SHOTS;
  if (!folder) return;
  const { project, titlePath } = test.info();
  const journey = titlePath[0]?.includes('no-account') ? 'no-account' : 'journey';
  await page.screenshot({ path: `${folder}/${journey}-${project.name}-${name}.png`, fullPage: true, animations: 'disabled' });
}
