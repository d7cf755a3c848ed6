import { Checkbox, CheckboxList, nthName, weekdayName } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';
import type { BoxesProps } from '../step-fields.js';
import { repeatsOfDay } from '../repeats.js';
import { Choose, Line, PickOne } from './box.js';

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
const PLACES = [1, 2, 3, 4, -1] as const;

/** くりかえし: once, every week or every month; what is asked then hangs on it. A series is asked for its weekdays also by the month. */
export function RepeatFields({ inSeries, ...of }: BoxesProps & { readonly inSeries: boolean }): ReactElement {
  // Who says that it is repeated has said on which weekday, and until when most are.
  const choose = (name: string, value: string): void => {
    for (const [box, said] of Object.entries(value === '' ? {} : repeatsOfDay(of.values))) of.set(box, said);
    of.set(name, value);
  };
  const every = of.values['repeat'] ?? '';
  return (
    <>
      <Choose
        of={{ ...of, set: choose }}
        name="repeat"
        label="series.question"
        choices={[
          { value: '', label: t('series.once') },
          { value: 'week', label: t('series.every-week'), hint: t('series.every-week.hint') },
          { value: 'month', label: t('series.every-month'), hint: t('series.every-month.hint') },
        ]}
      />
      {every === 'week' || (every === 'month' && inSeries) ? <Several of={of} name="weekdays" label={t('series.weekdays')} choices={WEEK.map((day) => ({ value: String(day), label: weekdayName(t, day) }))} /> : null}
      {every === 'month' ? <Several of={of} name="nth" label={t('series.which-weeks')} choices={PLACES.map((place) => ({ value: String(place), label: t('series.which-week', { nth: nthName(t, place).trim() }) }))} /> : null}
      {every === '' ? null : (
        <>
          <PickOne of={of} name="interval" label="series.interval" width="mid" choices={[1, 2, 3, 4].map((n) => ({ value: String(n), label: t(every === 'week' ? 'series.interval.week' : 'series.interval.month', { n }) }))} />
          <Line of={of} name="until" label="series.last-day" hint="series.last-day.hint" need="required" type="date" width="mid" />
          <div className="stack mt4">
            <Tick of={of} name="skipHolidays" label={t('series.skip-holidays')} />
            <Tick of={of} name="schoolDays" label={t('series.only-school-days')} />
          </div>
        </>
      )}
    </>
  );
}

interface OfBoxes {
  readonly of: BoxesProps;
  readonly name: string;
  readonly label: string;
}

function Tick({ of, name, label }: OfBoxes): ReactElement {
  return <Checkbox name={name} label={label} checked={of.values[name] === 'yes'} onChange={(event) => of.set(name, event.target.checked ? 'yes' : '')} />;
}

/** Any number of answers; they stand in the box as words with blanks between. */
function Several({ of, name, label, choices }: OfBoxes & { readonly choices: readonly { value: string; label: string }[] }): ReactElement {
  const marked = (of.values[name] ?? '').split(' ').filter((each) => each !== '');
  const error = of.errors[name];
  return (
    <CheckboxList
      {...{ t, name, label, choices }}
      {...(error === undefined ? {} : { error })}
      values={marked}
      onChange={(event) => of.set(name, (event.target.checked ? [...marked, event.target.value] : marked.filter((each) => each !== event.target.value)).join(' '))}
    />
  );
}
