import type { Page } from '@playwright/test';

/** What can be pressed, written into or chosen from. */
const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
/** So wide a ring is seen by tired eyes (CSS px). */
const RING = 4;
/** So many times Tab before a look where it led. */
const STEPS = 8;

interface Gone {
  reached: Set<Element>;
  ringless: Set<string>;
}

/** Notes where the focus goes from now on. */
function note(page: Page): Promise<void> {
  return page.evaluate((least) => {
    const gone: Gone = { reached: new Set(), ringless: new Set() };
    Object.assign(window, { gone });
    const ring = (element: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= least;
    };
    (document.activeElement as HTMLElement | null)?.blur();
    window.getSelection()?.removeAllRanges();
    const always = new Set([...document.querySelectorAll('*')].filter(ring));
    // A box whose look is its label's, or its row's, has the ring there.
    const around = (element: Element): Element[] => [element, element.parentElement, element.nextElementSibling, element.closest('label')].filter((each) => each !== null);
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element) || gone.reached.has(target)) return;
      gone.reached.add(target);
      if (!around(target).some((each) => ring(each) && !always.has(each))) gone.ringless.add(`no ring: ${target.tagName.toLowerCase()}.${target.className} ${(target.textContent ?? '').trim().slice(0, 30)}`);
    });
  }, RING);
}

/** How many places the focus has been at. */
const reached = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { gone: Gone }).gone.reached.size);

/** Goes through a whole page with Tab: what it does not lead to, and what shows no ring of {@link RING} px when it does; one line each. */
export async function notByKeys(page: Page): Promise<string[]> {
  await note(page);
  const controls = await page.locator(CONTROLS).count();
  // On, until so many more lead to nothing new: it goes in a circle.
  for (let [before, now] = [-1, 0]; now > before; ) {
    for (let step = 0; step < STEPS; step += 1) await page.keyboard.press('Tab');
    [before, now] = [now, await reached(page)];
    if (now > 2 * controls + 20) return [`Tab leads nowhere: ${now} places`];
  }
  return page.evaluate((selector) => {
    const { reached: been, ringless } = (window as unknown as { gone: Gone }).gone;
    const one = (radio: HTMLInputElement): boolean => [...been].some((each) => each instanceof HTMLInputElement && each.type === 'radio' && each.name === radio.name && each.form === radio.form);
    const left = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      if (been.has(element) || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]') || element.matches(':disabled')) return false;
      return !(element instanceof HTMLInputElement && element.type === 'radio' && one(element));
    });
    return [...left.map((element) => `not by Tab: ${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 30)}`), ...ringless];
  }, CONTROLS);
}
