/** One point of a programme: when, and what. */
export interface ProgrammePoint {
  at: string;
  what: string;
}

/** 10時, 10時40分, 10:40, then a blank or a mark, then what happens. */
const POINT = /^(\d{1,2}(?:時(?:\d{1,2}分|半)?|:\d{2}))(?:[〜～-]|から)?[\s　:：、]+(\S.*)$/u;

/**
 * A description in parts: lines that begin with a time, where at least two stand together, are a programme;
 * what is before and after them stays text. Null where there is no programme in it.
 */
export function programmeIn(text: string): { before: string; points: ProgrammePoint[]; after: string } | null {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => POINT.test(line));
  if (first < 0) return null;
  const rest = lines.slice(first);
  const length = [...rest, ''].findIndex((line) => !POINT.test(line));
  if (length < 2) return null;
  const points = rest.slice(0, length).map((line) => {
    const [, at = '', what = ''] = POINT.exec(line) ?? [];
    return { at, what };
  });
  return { before: lines.slice(0, first).join('\n').trim(), points, after: rest.slice(length).join('\n').trim() };
}
