/** What people call a browser and its machine, from how the browser names itself. */
export function deviceOf(userAgent: string | null): { machine: string | undefined; browser: string | undefined } {
  if (userAgent === null) return { machine: undefined, browser: undefined };
  const machines: readonly (readonly [RegExp, string])[] = [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Macintosh|Mac OS X/, 'Mac'],
    [/CrOS/, 'Chromebook'],
    [/Linux/, 'Linux'],
  ];
  const browsers: readonly (readonly [RegExp, string])[] = [
    [/Line\//, 'LINE'],
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\/|CriOS\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ];
  const found = (list: typeof machines): string | undefined => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return { machine: found(machines), browser: found(browsers) };
}
