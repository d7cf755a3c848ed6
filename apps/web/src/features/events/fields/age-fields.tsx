import { SCHOOL_YEARS, schoolYearName } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';
import type { BoxesProps } from '../step-fields.js';
import { Choose, Line, PickOne } from './box.js';

const ENDS = [
  { box: 'agesFrom', label: 'app.frame.ages.from' },
  { box: 'agesTo', label: 'app.frame.ages.to' },
] as const;

/** 申し込める人: anybody, or whom by school year or age. */
export function AgeFields({ of, at }: { readonly of: BoxesProps; readonly at: string }): ReactElement {
  const by = of.values[`${at}.agesBy`] ?? '';
  return (
    <>
      <Choose
        of={of}
        name={`${at}.agesBy`}
        label="app.frame.ages"
        {...(by === '' ? {} : { hint: 'app.frame.ages.hint' as const })}
        choices={[
          { value: '', label: t('app.frame.ages.none'), hint: t('app.frame.ages.none.hint') },
          { value: 'grade', label: t('app.frame.ages.grade') },
          { value: 'age', label: t('app.frame.ages.age') },
        ]}
      />
      {by === 'grade'
        ? ENDS.map(({ box, label }) => (
            <PickOne
              key={box}
              of={of}
              name={`${at}.${box}`}
              label={label}
              width="mid"
              choices={[{ value: '', label: t('app.frame.ages.no-end') }, ...SCHOOL_YEARS.map((year) => ({ value: String(year), label: schoolYearName(t, year) }))]}
            />
          ))
        : null}
      {by === 'age' ? ENDS.map(({ box, label }) => <Line key={box} of={of} name={`${at}.${box}`} label={label} hint="app.frame.ages.years" inputMode="numeric" width="short" maxLength={3} />) : null}
    </>
  );
}
