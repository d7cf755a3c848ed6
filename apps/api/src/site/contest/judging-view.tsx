import type { ReactElement } from 'react';
import type { Earlier, JudgingDesk } from '@yoriai/events';
import { BackLink, Banner, Button, ErrorText, HiddenFields, refusalText, shortDate, type Translate } from '@yoriai/ui';
import { ChangedBanner } from '../events/changed-banner.js';
import { FormTop } from '../page/form-top.js';
import { errorOf, type FormState } from '../page/form.js';

interface JudgingViewProps {
  readonly t: Translate;
  readonly desk: JudgingDesk;
  readonly path: string;
  /** Day and place that were public before: who judges planned with them. */
  readonly earlier: Earlier | null;
  /** The number that was just written. */
  readonly saved: number | null;
}

/** All numbers by division, with the points that this judge gave. */
export function JudgingView({ t, desk, path, earlier, saved }: JudgingViewProps): ReactElement {
  return (
    <>
      <h1>{t('contest.judging', { event: desk.title })}</h1>
      <p className="mt2">{t('contest.judging.hello', { name: desk.name })}</p>
      {earlier === null || isOff(desk) ? null : (
        <div className="mt4">
          <ChangedBanner t={t} event={desk.event} earlier={earlier} />
        </div>
      )}
      <Saved t={t} number={saved} />
      {desk.can === true ? (
        <>
          <p className="mt3">{t('contest.judging.lead')}</p>
          <p className="sub mt2">{t('contest.judging.paper')}</p>
        </>
      ) : (
        <NotNow t={t} desk={desk} why={desk.can} />
      )}
      {desk.divisions.map(({ name, entries }, index) => (
        <section key={name} className="sec2" aria-labelledby={`division-${index}`}>
          <h2 id={`division-${index}`}>{name}</h2>
          <p className="sub num">{entries.length === 0 ? t('contest.numbers.none') : t('contest.judging.progress', { done: entries.filter(({ points }) => points !== null).length, all: entries.length })}</p>
          <ul className="jdg num">
            {entries.map(({ number, points }) => (
              <li key={number}>
                <a href={`${path}?n=${number}`}>
                  <b>{t('contest.number', { number })}</b>
                  <span>{points === null ? t('contest.judging.open') : t('contest.judging.done', { sum: points.reduce((sum, each) => sum + each, 0) })}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface SheetViewProps {
  /** The number that was just written, before this one. */
  readonly saved: number | null;
  readonly t: Translate;
  readonly desk: JudgingDesk;
  readonly path: string;
  readonly number: number;
  readonly division: string;
  readonly form: FormState;
  readonly formKey: string;
}

/** 審査票 of one number: each criterion with its points side by side, as large as a thumb. */
export function JudgingSheetView({ t, desk, path, number, division, form, formKey, saved }: SheetViewProps): ReactElement {
  return (
    <>
      <BackLink t={t} href={path}>
        {t('contest.judging.all')}
      </BackLink>
      <FormTop t={t} form={form} />
      <Saved t={t} number={saved} />
      <h1 className="num">{t('contest.number', { number })}</h1>
      <p>{division}</p>
      {desk.can === true ? (
        <form method="post" action={`${path}/sheets`} noValidate>
          <HiddenFields values={{ _key: formKey, number: String(number) }} />
          {desk.criteria.map((name, index) => (
            <Criterion key={name} t={t} name={name} field={`c${index}`} scale={desk.scale} form={form} />
          ))}
          <div className="btns col mt6">
            <Button wide>{t('contest.judging.save')}</Button>
          </div>
        </form>
      ) : (
        <NotNow t={t} desk={desk} why={desk.can} />
      )}
    </>
  );
}

function Criterion({ t, name, field, scale, form }: { readonly t: Translate; readonly name: string; readonly field: string; readonly scale: number; readonly form: FormState }): ReactElement {
  const error = errorOf(t, form, field);
  return (
    <fieldset className="pts mt5" {...(error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${field}-error` })}>
      <legend>{name}</legend>
      {error === undefined ? null : (
        <ErrorText t={t} id={`${field}-error`}>
          {error}
        </ErrorText>
      )}
      <div>
        {Array.from({ length: scale }, (_, index) => String(index + 1)).map((point) => (
          <label key={point} className="num">
            <input type="radio" name={field} id={point === '1' ? field : `${field}-${point}`} value={point} defaultChecked={form.values[field] === point} />
            <span>{point}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Saved({ t, number }: { readonly t: Translate; readonly number: number | null }): ReactElement | null {
  return number === null ? null : <Banner kind="good" role="status" className="mt4" title={t('contest.judging.saved', { number })} />;
}

const isOff = ({ can }: JudgingDesk): boolean => can === 'event.is-cancelled';

function NotNow({ t, desk, why }: { readonly t: Translate; readonly desk: JudgingDesk; readonly why: string }): ReactElement {
  if (isOff(desk)) {
    return (
      <Banner kind="cancelled" className="mt4" title={t('site.event.cancelled.title')}>
        <p>{t('contest.judging.off')}</p>
      </Banner>
    );
  }
  const { startsAt } = desk.event;
  return (
    <Banner kind="info" className="mt4" title={t('contest.judging.not-now')}>
      <p>{why === 'contest.not-yet' && startsAt !== null ? t('contest.judging.from', { date: shortDate(t, startsAt) }) : refusalText(t, why)}</p>
    </Banner>
  );
}
