import type { StallList, StallPlot } from '@yoriai/api-client';

/** A line for each area, as people write them: letter, how many, where. Codes that do not begin at 1 stay as they are. */
export function plotsText(plots: readonly StallPlot[]): string {
  const areas = new Map<string, StallPlot[]>();
  for (const plot of plots) {
    const name = `${plot.code.split('-')[0] ?? ''} ${plot.venue ?? ''}`;
    areas.set(name, [...(areas.get(name) ?? []), plot]);
  }
  return [...areas.values()].map((area) => [area[0]?.code.split('-')[0], area.length, area[0]?.venue].filter(Boolean).join(' ')).join('\n');
}

/** The plots that such lines mean; `undefined` where one of them can't be read, or a letter stands twice. */
export function plotsFrom(text: string): StallPlot[] | undefined {
  const lines = text.normalize('NFKC').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const areas = lines.map((line) => /^([A-Za-z]{1,2})\s+(\d{1,3})(?:\s+(.{1,60}))?$/.exec(line));
  const letters = areas.map((area) => area?.[1]?.toUpperCase());
  if (areas.some((area) => area === null || Number(area[2]) === 0) || new Set(letters).size < letters.length) return undefined;
  return areas.flatMap((area, index) => Array.from({ length: Number(area?.[2]) }, (_, nth) => ({ code: `${letters[index] ?? ''}-${nth + 1}`, venue: area?.[3] ?? null })));
}

/** How many accepted stalls have no plot yet; nothing where the call has none to give. */
export function plotlessIn({ call, stalls }: StallList): number {
  return (call?.plots ?? []).length === 0 ? 0 : stalls.filter(({ state, plot }) => state === 'accepted' && plot === null).length;
}
