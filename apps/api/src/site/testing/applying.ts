import { formOf, type Browser, type ShownPage } from './browser.js';
import type { PlayedEvent } from './site-town.js';

/** What 山田 はな子 types into the form. */
export const HANAKO = { heads: '2', name: '山田 はな子', kana: 'やまだ はなこ', phone: '090-0000-0101', email: '' };

/** 申し込む as a person does it: the form, filled in and sent. */
export async function apply(browser: Browser, about: PlayedEvent, typed: Record<string, string>): Promise<ShownPage> {
  const form = await browser.open(`/events/${about.slug}/apply`);
  return browser.submit(form, `/events/${about.slug}/applications`, typed);
}

/** The same form by its other button: 先に内容をたしかめる. */
export async function check(browser: Browser, about: PlayedEvent, typed: Record<string, string>): Promise<ShownPage> {
  const form = await browser.open(`/events/${about.slug}/apply`);
  const button = new RegExp(`formAction="(/events/${about.slug}/apply/check)"`, 'i').exec(form.html)?.[1] ?? '';
  return browser.post(button, { ...formOf(form, `/events/${about.slug}/applications`).fields, ...typed });
}
