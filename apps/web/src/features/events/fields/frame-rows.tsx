import type { EventDetail } from '@yoriai/api-client';
import { Banner, Button, Checkbox } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { t } from '../../../i18n.js';
import { newFrame, restIsWrong, restWords, withKind } from '../frame-boxes.js';
import { addRow, framesFrom, hasTotal, rowCount } from '../rows.js';
import { StallsHere } from '../stalls-here.js';
import type { BoxesProps } from '../step-fields.js';
import type { Values } from '../values.js';
import { VenueNotesBanner } from '../venue-notes-banner.js';
import { AgeFields } from './age-fields.js';
import { QuestionFields } from './question-fields.js';
import { Choose, Line, PickOne } from './box.js';
import { RowsList } from './rows-list.js';

/** Whom a frame of the form is for. Stalls have their call, helpers their duties: a frame of those is kept as it is. */
const KINDS = ['participant', 'group'] as const;
const COMPANIONS = ['number', 'names'] as const;
const QUEUES = ['in-order', 'who-fits'] as const;

type Props = BoxesProps & { readonly event: EventDetail; readonly replace: (values: Values) => void };

/** 定員: who can take part, how many, until when. */
export function FrameRows({ event, replace, ...of }: Props): ReactElement {
  const count = rowCount(of.values, 'frames');
  // As it is typed: whoever writes the number reads at once that the venue holds fewer.
  const { frames = [], totalPlaces = null } = framesFrom(of.values, event).patch;
  return (
    <>
      {count === 0 ? (
        <Banner kind="info" title={t('app.frames.none')}>
          <p>{t('app.frames.none.body')}</p>
        </Banner>
      ) : null}
      <RowsList list="frames" heading="app.frames.nth" values={of.values} known={event.frames.map(({ id }) => id)} replace={replace} row={(at) => <Frame of={of} at={at} replace={replace} />} />
      <p className="mt5">
        <Button type="button" kind="outline" icon="add" onClick={() => replace(addRow(of.values, 'frames', newFrame(count)))}>
          {t(count === 0 ? 'app.frames.add' : 'app.frames.more')}
        </Button>
      </p>
      {hasTotal(of.values) ? (
        <div className="mt5">
          <Line of={of} name="totalPlaces" label="events.label.totalPlaces" hint="app.total.hint" inputMode="numeric" width="short" maxLength={6} />
        </div>
      ) : null}
      <div role="status">
        <VenueNotesBanner event={{ frames, totalPlaces }} venues={event.venues ?? []} onlyOver />
      </div>
      <StallsHere event={event} />
    </>
  );
}

interface FrameProps {
  readonly of: BoxesProps;
  readonly at: string;
  readonly replace: (values: Values) => void;
}

/** 参加者 or 団体. */
function Kind({ of, at, replace }: FrameProps): ReactElement {
  const kind = of.values[`${at}.kind`];
  if (kind === 'volunteer' || kind === 'exhibitor') return <p className="sub">{t(`events.frame.kind.${kind}`)}</p>;
  return (
    <Choose
      of={{ ...of, set: (_, chosen) => replace(withKind(of.values, at, chosen)) }}
      name={`${at}.kind`}
      label="app.frame.kind"
      choices={KINDS.map((value) => ({ value, label: t(`app.frame.kind.${value}`), hint: t(`app.frame.kind.${value}.hint`) }))}
    />
  );
}

function Frame({ of, at, replace }: FrameProps): ReactElement {
  return (
    <>
      <Line of={of} name={`${at}.name`} label="app.frame.name" hint="app.frame.name.hint" need="required" maxLength={40} />
      <Choose
        of={of}
        name={`${at}.method`}
        label="app.frame.method"
        need="required"
        choices={(['first-come', 'lottery', 'chosen', 'open'] as const).map((value) => ({
          value,
          label: t(`app.frame.method.${value}`),
          hint: t(`app.frame.method.${value}.hint`),
        }))}
      />
      {of.values[`${at}.method`] === 'open' ? null : (
        <>
          <Line of={of} name={`${at}.capacity`} label="app.frame.capacity.label" need="required" inputMode="numeric" width="short" maxLength={6} />
          <Hours of={of} at={at} />
          <Rest of={of} at={at} replace={replace} />
        </>
      )}
    </>
  );
}

/** From when to when people apply, and by which day they have an answer. */
function Hours({ of, at }: Omit<FrameProps, 'replace'>): ReactElement {
  const method = of.values[`${at}.method`];
  return (
    <>
      <Line of={of} name={`${at}.opensAt`} label="app.frame.opensAt" hint="app.frame.opensAt.hint" type="datetime-local" width="mid" />
      <PickOne
        of={of}
        name={`${at}.closing`}
        label="app.frame.closing"
        {...(method === 'lottery' ? { need: 'required' as const } : {})}
        width="mid"
        choices={(['', 'day-before-17', 'three-days-17', 'week-17', 'other'] as const).map((value) => ({
          value,
          label: t(value !== '' ? `app.closing.${value}` : method === 'lottery' ? 'app.choose' : 'app.closing.start'),
        }))}
      />
      {of.values[`${at}.closing`] === 'other' ? <Line of={of} name={`${at}.closesAt`} label="app.frame.closesAt" need="required" type="datetime-local" width="mid" /> : null}
      {method === 'chosen' ? <Line of={of} name={`${at}.answersBy`} label="app.frame.answersBy" hint="app.frame.answersBy.hint" type="date" width="mid" /> : null}
    </>
  );
}

/** What most frames leave as it is: folded away behind a line that says how it is. A box to put right opens it. */
function Rest({ of, at, replace }: FrameProps): ReactElement {
  const [open, setOpen] = useState(false);
  const { values } = of;
  return (
    <details className="dt" open={open || restIsWrong(of.errors, at)} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="num">
        <span>
          {t('app.frame.rest')}
          <br />
          <span className="now">{restWords(values, at).join(t('app.frame.rest.and'))}</span>
        </span>
      </summary>
      <Kind of={of} at={at} replace={replace} />
      <Line of={of} name={`${at}.max`} label="app.frame.max.label" hint={values[`${at}.kind`] === 'group' ? 'app.frame.max.group' : 'app.frame.max.hint'} inputMode="numeric" width="short" maxLength={3} />
      <AgeFields of={of} at={at} />
      {values[`${at}.max`] === '1' ? null : <Together of={of} at={at} />}
      <QuestionFields of={of} at={at} />
      <Outside of={of} at={at} />
    </details>
  );
}

/** Of those who come together. */
function Together({ of, at }: Omit<FrameProps, 'replace'>): ReactElement {
  return (
    <>
      {(of.values[`${at}.agesBy`] ?? '') !== '' ? null : (
        <Choose
          of={of}
          name={`${at}.companions`}
          label="app.frame.companions"
          choices={COMPANIONS.map((value) => ({ value, label: t(`app.frame.companions.${value}`), hint: t(`app.frame.companions.${value}.hint`) }))}
        />
      )}
      <Choose
        of={of}
        name={`${at}.queue`}
        label="app.frame.queue"
        choices={QUEUES.map((value) => ({ value, label: t(`app.frame.queue.${value}`), hint: t(`app.frame.queue.${value}.hint`) }))}
      />
    </>
  );
}

/** Asked where there is a total: whether these places are beside it. */
function Outside({ of, at }: { readonly of: BoxesProps; readonly at: string }): ReactElement | null {
  if (!hasTotal(of.values) || (of.values['totalPlaces'] ?? '').trim() === '') return null;
  return (
    <div className="mt5">
      <Checkbox
        name={`${at}.outside`}
        label={t('app.frame.outside')}
        checked={of.values[`${at}.outside`] === 'yes'}
        onChange={(event) => of.set(`${at}.outside`, event.target.checked ? 'yes' : '')}
      />
      <p className="hint">{t('app.frame.outside.hint')}</p>
    </div>
  );
}
