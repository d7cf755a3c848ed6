import type { EventDetail } from '@yoriai/api-client';
import { Banner, Button } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';
import { addRow, newDuty, rowCount } from '../rows.js';
import type { BoxesProps } from '../step-fields.js';
import type { Values } from '../values.js';
import { Line, Lines, PickOne } from './box.js';
import { RowsList } from './rows-list.js';

type Props = BoxesProps & { readonly event: EventDetail; readonly replace: (values: Values) => void };

/** Duties most events need; one press each. */
const USUAL = ['reception', 'guide', 'first-aid', 'setup', 'clean-up'] as const;

/** 当番: who is wanted to help, when, how many. */
export function DutyRows({ event, replace, ...of }: Props): ReactElement {
  const count = rowCount(of.values, 'duties');
  const add = (duty: string): void => replace(addRow(of.values, 'duties', { ...newDuty(event), duty }));
  return (
    <>
      {count === 0 ? (
        <Banner kind="info" title={t('app.duties.none')}>
          <p>{t('app.duties.none.body')}</p>
        </Banner>
      ) : null}
      <RowsList list="duties" heading="app.duties.nth" values={of.values} known={event.duties.map(({ key }) => key)} replace={replace} row={(at) => <Duty of={of} at={at} event={event} />} />
      <div className="mt5">
        <p className="strong">{t('app.duties.add')}</p>
        <div className="btns mt2">
          {USUAL.map((each) => (
            <Button key={each} type="button" kind="outline" size="s" icon="add" onClick={() => add(t(`app.duties.usual.${each}`))}>
              {t(`app.duties.usual.${each}`)}
            </Button>
          ))}
          <Button type="button" kind="outline" size="s" icon="add" onClick={() => add('')}>
            {t('app.duties.other')}
          </Button>
        </div>
      </div>
      <Lines of={of} name="materials" label="events.label.materials" hint="events.label.materials.hint" rows={4} maxLength={2000} />
    </>
  );
}

function Duty({ of, at, event }: { readonly of: BoxesProps; readonly at: string; readonly event: EventDetail }): ReactElement {
  return (
    <>
      <div className="times">
        <Line of={of} name={`${at}.duty`} label="app.duty.name" need="required" maxLength={40} />
        <Line of={of} name={`${at}.people`} label="app.duty.people.label" need="required" inputMode="numeric" width="short" maxLength={4} />
      </div>
      <DutyHours of={of} at={at} event={event} />
      <Line of={of} name={`${at}.place`} label="app.duty.place" maxLength={80} />
      <Line of={of} name={`${at}.note`} label="app.duty.note" hint="app.duty.note.hint" maxLength={200} />
    </>
  );
}

/** The day and the hours; as long as the event has no day nobody can say them, and a line tells which will come. */
function DutyHours({ of, at, event }: { readonly of: BoxesProps; readonly at: string; readonly event: EventDetail }): ReactElement {
  const blank = !of.values[`${at}.start`] && !of.values[`${at}.end`];
  if (event.startsAt === null && blank) {
    const beside = event.duties.find(({ key }) => key === of.values[`${at}.key`])?.beside;
    return <p className="sub num">{t('app.duty.with-day', { hours: t(beside ? `app.duty.hours.${beside.side}` : 'app.duty.hours.same', { minutes: beside?.minutes ?? 0 }) })}</p>;
  }
  const day = of.values[`${at}.day`] ?? '0';
  const days = [...new Set(['-1', '0', '1', day])].sort((a, b) => Number(a) - Number(b));
  return (
    <div className="times lead">
      <PickOne of={of} name={`${at}.day`} label="app.duty.day" need="silent" choices={days.map((value) => ({ value, label: dayWord(Number(value)) }))} />
      <Line of={of} name={`${at}.start`} label="app.duty.start" need="required" type="time" />
      <Line of={of} name={`${at}.end`} label="app.duty.end" need="required" type="time" />
    </div>
  );
}

function dayWord(days: number): string {
  if (days === 0) return t('app.duty.day.same');
  if (days === -1) return t('app.duty.day.before');
  if (days === 1) return t('app.duty.day.after');
  return t(days < 0 ? 'app.duty.day.earlier' : 'app.duty.day.later', { days: Math.abs(days) });
}
