import type { ReactElement } from 'react';
import { hostLang, type Translate } from '../texts/translate.js';
import { planOf, type Plot, type VenuePlan } from './plot-plan.rules.js';

export interface PlotPlanProps {
  readonly t: Translate;
  readonly plots: readonly Plot[];
  /** Columns side by side. */
  readonly across: number;
}

/** 配置図: a table for each venue, letters down and numbers across, with the stall on each plot; a free plot is an empty box. */
export function PlotPlan({ t, plots, across }: PlotPlanProps): ReactElement {
  const marked = (mark: 'food' | 'fire'): boolean => plots.some(({ stall }) => stall?.[mark]);
  const legend = (['food', 'fire'] as const).filter(marked).map((mark) => `${t(`stall.plan.${mark}`)}：${t(`stall.plan.${mark}.is`)}`);
  return (
    <>
      {planOf(plots, across).map((venue) => (
        <Venue key={venue.venue ?? ''} t={t} of={venue} />
      ))}
      {legend.length === 0 ? null : <p className="sub">{legend.join('　')}</p>}
    </>
  );
}

function Venue({ t, of: { venue, bands } }: { readonly t: Translate; readonly of: VenuePlan }): ReactElement {
  const columns = Math.max(...bands.map(({ numbers }) => numbers.length));
  return (
    <>
      {bands.map(({ numbers, rows }, band) => (
        <table key={numbers[0]} className="plan num">
          <caption className={venue === null || band > 0 ? 'vh' : undefined} lang={venue === null ? undefined : hostLang(t)}>
            {`${venue ?? t('stall.plan')}${band > 0 ? ` ${numbers[0]}–${numbers.at(-1)}` : ''}`}
          </caption>
          <thead>
            <tr>
              <td />
              {numbers.map((number) => (
                <th key={number} scope="col">
                  {number}
                </th>
              ))}
              <Rest columns={columns - numbers.length} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ letter, plots }) => (
              <tr key={letter}>
                <th scope="row">{letter}</th>
                {plots.map((plot, index) => (
                  <Cell key={numbers[index]} t={t} plot={plot} />
                ))}
                <Rest columns={columns - numbers.length} />
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

/** Room that keeps the boxes of the last part as wide as those above. */
function Rest({ columns }: { readonly columns: number }): ReactElement | null {
  return columns === 0 ? null : <td className="none" colSpan={columns} />;
}

function Cell({ t, plot }: { readonly t: Translate; readonly plot: Plot | null }): ReactElement {
  if (plot === null) return <td className="none" />;
  const { stall } = plot;
  return (
    <td>
      {stall === null ? null : (
        <>
          <b lang={hostLang(t)}>{stall.name}</b>
          {(['food', 'fire'] as const).map((mark) =>
            stall[mark] ? (
              <span key={mark} className="mk">
                {t(`stall.plan.${mark}`)}
              </span>
            ) : null,
          )}
        </>
      )}
    </td>
  );
}
