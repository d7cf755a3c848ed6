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

/** 「iPhone の Safari」: enough to tell one's own devices apart; null when it says nothing we know. */
export function browserName(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const system = SYSTEMS.find(([mark]) => mark.test(userAgent))?.[1];
  const browser = BROWSERS.find(([mark]) => mark.test(userAgent))?.[1];
  if (system && browser) return `${system} の ${browser}`;
  return system ?? browser ?? null;
}
