import type { MonthFiguresResponse } from '@yoriai/api-client';
import { monthName, withoutReadings } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { attendance } from './finding.js';
import { scaleOf } from './plots.rules.js';

const [LEFT, RIGHT, TOP, BOTTOM, WIDTH] = [84, 590, 34, 236, 38];
const STEP = (RIGHT - LEFT) / 12;

/** Who came, month by month as bars, with the year before as a dashed line. Its numbers stand in the table below it. */
export function MonthPlot({ months, label }: { readonly months: readonly MonthFiguresResponse[]; readonly label: string }): ReactElement {
  const before = months.map(({ peopleBefore }) => peopleBefore);
  const { top, marks } = scaleOf(Math.max(...months.map(attendance), ...before.map((people) => people ?? 0)));
  const y = (people: number): number => BOTTOM - ((BOTTOM - TOP) * people) / top;
  const x = (index: number): number => LEFT + STEP * (index + 0.5);
  const most = Math.max(...months.map(attendance));
  const line = before.flatMap((people, index) => (people === null ? [] : [{ x: x(index), y: y(people) }]));
  const path = line.map((at, index) => `${index === 0 ? 'M' : 'L'}${at.x} ${at.y}`).join('');
  return (
    <svg className="plot" viewBox="0 0 600 280" role="img" aria-label={withoutReadings(label)}>
      {marks.map((mark) => (
        <g key={mark}>
          <path className={mark === 0 ? 'base' : 'mark'} d={`M${LEFT} ${y(mark)}H${RIGHT}`} />
          <text x={LEFT - 8} y={y(mark) + 6} textAnchor="end">
            {mark.toLocaleString('ja-JP')}
          </text>
        </g>
      ))}
      {months.map((month, index) => (
        <g key={month.month}>
          <rect className="now" x={x(index) - WIDTH / 2} y={y(attendance(month))} width={WIDTH} height={BOTTOM - y(attendance(month))} />
          <text x={x(index)} y={264} textAnchor="middle" className="wide-only">
            {withoutReadings(monthName(t, `${month.month}-01`)).slice(0, 3)}
          </text>
          <text x={x(index)} y={266} textAnchor="middle" className="small-only">
            {Number(month.month.slice(5))}
          </text>
        </g>
      ))}
      {line.length === 0 ? null : (
        <>
          <path className="halo" d={path} />
          <path className="then" d={path} />
          {line.map((at) => (
            <circle key={at.x} className="dot" cx={at.x} cy={at.y} r={5.5} />
          ))}
        </>
      )}
      {months.map((month, index) =>
        most > 0 && attendance(month) === most ? (
          <text key={month.month} x={x(index)} y={y(most) - 10} textAnchor="middle" className="peak">
            {most.toLocaleString('ja-JP')}
          </text>
        ) : null,
      )}
    </svg>
  );
}
