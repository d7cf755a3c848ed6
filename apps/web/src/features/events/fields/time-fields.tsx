import { Checkbox, DateFields } from '@yoriai/ui';
import type { EventDetail } from '@yoriai/api-client';
import { useState, type ChangeEvent, type ReactElement } from 'react';
import { t } from '../../../i18n.js';
import type { BoxesProps } from '../step-fields.js';
import { PlannedDates } from '../../series/planned-dates.js';
import { mayBeHot } from '../../weather/proposal.js';
import { repeatsOnDay } from '../repeats.js';
import { decides, NO_LIMIT } from '../values.js';
import { Choose, Line } from './box.js';
import { RepeatFields } from './repeat-fields.js';

function DayBoxes({ of, name, label, hint }: { of: BoxesProps; name: 'date' | 'last' | 'rain'; label: string; hint?: string }): ReactElement {
  const error = of.errors[name];
  return (
    <DateFields
      t={t}
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined ? {} : { error })}
      {...(name === 'rain' ? { need: 'optional' as const } : {})}
      year={of.values[`${name}-year`]}
      month={of.values[`${name}-month`]}
      day={of.values[`${name}-day`]}
      onChange={(event: ChangeEvent<HTMLInputElement>) => of.set(event.target.name, event.target.value)}
    />
  );
}

export interface WhenFieldsProps extends BoxesProps {
  /** Something else moves along with the day. */
  readonly moves: boolean;
  /** It is a date of a series. */
  readonly inSeries: boolean;
  /** Somebody may have taken a duty. */
  readonly helped: boolean;
  /** What stands saved of it, for the dates that come of it. */
  readonly planned: EventDetail;
}

/** いつ. */
export function WhenFields({ moves, helped, inSeries, planned, ...of }: WhenFieldsProps): ReactElement {
  const many = of.values['manyDays'] === 'yes';
  // A date of a series that is moved says nothing about the others.
  const setDay = (name: string, value: string): void => {
    of.set(name, value);
    for (const [box, said] of Object.entries(inSeries ? {} : repeatsOnDay({ ...of.values, [name]: value }))) of.set(box, said);
  };
  return (
    <>
      <DayBoxes of={{ ...of, set: setDay }} name="date" label={t('app.field.date')} hint={t('app.field.date.hint')} />
      {moves ? <p className="mt2">{t('app.field.date.moves')}</p> : null}
      {moves && helped ? <p className="mt2">{t('app.field.date.moves-people')}</p> : null}
      <div className="times">
        <Line of={of} name="start" label="app.field.start" need="required" type="time" width="mid" />
        <Line of={of} name="end" label="app.field.end" need="required" type="time" width="mid" />
      </div>
      <div className="mt4">
        <Checkbox name="manyDays" label={t('app.field.manyDays')} checked={many} onChange={(event) => of.set('manyDays', event.target.checked ? 'yes' : '')} />
      </div>
      {many ? <DayBoxes of={of} name="last" label={t('app.field.last')} /> : null}
      <RepeatFields {...of} inSeries={inSeries} />
      <PlannedDates of={planned} />
    </>
  );
}

/** 雨のときの日: hours and place stand there already. */
function RainDateBoxes(of: BoxesProps): ReactElement {
  return (
    <>
      <DayBoxes of={of} name="rain" label={t('weather.label.rainDate')} hint={t('weather.label.rainDate.hint')} />
      <div className="times">
        <Line of={of} name="rainStart" label="weather.label.rainStart" type="time" width="mid" />
        <Line of={of} name="rainEnd" label="weather.label.rainEnd" type="time" width="mid" />
      </div>
      <Line of={of} name="rainPlace" label="weather.label.rainPlace" hint="weather.label.rainPlace.hint" maxLength={80} />
    </>
  );
}

/** What happens when it rains, the usual answers first. */
export const RAIN = ['cancelled', 'postponed', 'light-rain-only', 'go-ahead', 'indoors'] as const;

/** 雨のとき; the limit for heat is asked in the months of heat, and where one was set. */
export function RainFields({ startsAt, ...of }: BoxesProps & { readonly startsAt: string | null }): ReactElement {
  const [limited] = useState((of.values['heatLimit'] ?? NO_LIMIT) !== NO_LIMIT);
  const policy = of.values['rainPolicy'] ?? '';
  return (
    <>
      <Choose
        of={of}
        name="rainPolicy"
        label="events.label.rainPolicy"
        need="required"
        choices={RAIN.map((value) => ({ value, label: t(`events.rain.${value}`), hint: t(`app.rain.${value}.hint`) }))}
      />
      {decides(policy) ? (
        <Choose
          of={of}
          name="decision"
          label="app.field.decision"
          hint="app.field.decision.hint"
          choices={(['day-before-17', 'same-day-7', 'other'] as const).map((value) => ({ value, label: t(`app.decision.${value}`) }))}
        />
      ) : null}
      {decides(policy) && of.values['decision'] === 'other' ? (
        <Line of={of} name="decisionAt" label="app.field.decisionAt" need="required" type="datetime-local" width="mid" />
      ) : null}
      {decides(policy) ? <Line of={of} name="rainDecider" label="weather.label.rainDecider" hint="weather.label.rainDecider.hint" width="mid" maxLength={40} /> : null}
      {policy === 'postponed' ? <RainDateBoxes {...of} /> : null}
      {mayBeHot(startsAt) || limited ? (
        <Choose
          of={of}
          name="heatLimit"
          label="weather.label.heatLimit"
          hint="weather.label.heatLimit.hint"
          choices={[{ value: NO_LIMIT, label: t('weather.limit.none') }, ...(['28', '31', '33'] as const).map((value) => ({ value, label: t(`weather.limit.${value}`), hint: t(`weather.limit.${value}.hint`) }))]}
        />
      ) : null}
    </>
  );
}
