import type { ReactElement } from 'react';

const SEAT = 'M35 20c0-20 30-20 30 0v4c0 3-2 5-5 5H40c-3 0-5-2-5-5Z';
const COLOURS = ['#0055ad', '#ffc700', '#8843e1', '#01b7d6', '#259d63', '#ec0000'] as const;
const WORD = [
  'M50 6v11M12 34V21h76v13M27 38h46M51 29c-3 14-12 22-26 27M53 43c4 6 11 11 20 14M9 66h82M24 79h26v13H24zM74 66v24c0 5-3 7-12 6',
  'M50 8C42 26 28 38 10 47M50 8c8 18 22 30 40 39M33 49h34M25 64h50v29H25z',
] as const;

export interface LogoProps {
  /** One ink (App bar, paper); otherwise six colours round an orange light. */
  readonly mono?: boolean;
  /** Mark alone, without the word 寄合. */
  readonly markOnly?: boolean;
}

/** Six seats round one light, and the word 寄合. Give the link or heading round it its name in words. */
export function Logo({ mono, markOnly }: LogoProps): ReactElement {
  return (
    <>
      <svg className="mark" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        {COLOURS.map((colour, seat) => (
          <g key={colour} transform={`rotate(${seat * 60} 50 50)`}>
            <path d={SEAT} fill={mono ? 'currentColor' : colour} />
          </g>
        ))}
        <circle cx="50" cy="50" r="13" fill={mono ? 'currentColor' : '#fb5b01'} />
      </svg>
      {markOnly ? null : (
        <svg className="word" viewBox="0 0 212 100" aria-hidden="true" focusable="false">
          <g fill="none" stroke="currentColor" strokeWidth="8" strokeLinecap="round" strokeLinejoin="round">
            <path d={WORD[0]} />
            <g transform="translate(112 0)">
              <path d={WORD[1]} />
            </g>
          </g>
        </svg>
      )}
    </>
  );
}
