import type { Translate } from '@yoriai/ui';

const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

const BROWSERS: readonly [RegExp, string][] = [
  [/\bLine\//, 'LINE'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** 「iPhone の Safari」, Safari on iPhone: enough to tell one's own devices apart; null when it says nothing we know. */
export function browserName(t: Translate, userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const system = SYSTEMS.find(([mark]) => mark.test(userAgent))?.[1];
  const browser = BROWSERS.find(([mark]) => mark.test(userAgent))?.[1];
  if (system && browser) return t('site.me.sessions.device', { system, browser });
  return system ?? browser ?? null;
}
