import type { ReactElement, ReactNode } from 'react';
import { Lines, QrCode, SheetPage, TickBox, dateTime, longDate, needName, timeRange, type Translate } from '@yoriai/ui';
import { isGroups } from '../site/applications/application-form.js';
import { isHoliday } from '../site/events/holidays.js';
import { agesLines, countedFrames } from '../site/events/standing.js';
import { applyHours, codeOn, contactLine, isSample, type SheetFacts } from './event-rows.js';
import type { SheetViewProps } from './poster-view.js';
import { SheetTitle } from './sheet-title.js';
import { Tools } from './tools.js';

/** 申込書: the same questions as the form of the Site, in boxes for a pen, and how to hand it in. */
export function ApplicationFormView({ tools, event, publicUrl, back, now }: SheetViewProps): ReactElement {
  const { t } = tools.choices;
  const when = `${longDate(t, event.startsAt, { holiday: isHoliday(event.startsAt) })}　${timeRange(t, event.startsAt, event.endsAt)}`;
  return (
    <SheetPage t={t} title={t('print.form.page', { event: event.title })} paper="one" kind="af" toolbar={<Tools t={t} back={back} {...tools} offer="language" />}>
      <header className="af-h">
        <p className="what">
          <span>{t('print.form.title')}</span>
          <span>{event.organisation.name}</span>
        </p>
        <SheetTitle t={t} event={event} now={now} />
        <p className="af-when">
          {when}　{event.placeName}
        </p>
      </header>
      <Boxes t={t} event={event} />
      <p className="use">{t('print.form.use', { host: event.organisation.name })}</p>
      <HandIn t={t} event={event} code={codeOn(event, publicUrl)} />
      <Desk t={t} />
      <footer className="os-f">
        <span>{t('print.form.keep')}</span>
        <span>{t('print.sheet.printed', { when: dateTime(t, now) })}</span>
      </footer>
    </SheetPage>
  );
}

function Boxes({ t, event }: { readonly t: Translate; readonly event: SheetFacts }): ReactElement {
  const frames = countedFrames(event.frames);
  return (
    <table className="af-t">
      <tbody>
        {frames.some(isGroups) ? <Box label={t('asks.group')} hint={frames.every(isGroups) ? '' : t('site.apply.group.of', { frames: frames.filter(isGroups).map(({ name }) => name).join('・') })} className="tall" /> : null}
        <Box label={t('site.apply.kana')} className="low" />
        <Box label={t(frames.length > 0 && frames.every(isGroups) ? 'asks.group.speaker' : 'site.apply.name')} className="tall" />
        {frames.some(({ asks }) => asks.ages !== null) ? <Box label={t('asks.born')} hint={agesLines(t, frames).join('　')} /> : null}
        {frames.some(({ asks }) => asks.guardian) ? <Box label={t('consent.name')} hint={t('print.form.guardian.hint')} className="tall" /> : null}
        <Box label={t('site.apply.phone')} hint={t('print.form.phone.hint')} />
        <Box label={t('site.apply.email')} hint={t('print.form.email.hint')} />
        <Box label={t('site.ticket.heads')} hint={t('print.form.heads.hint')}>
          <span className="unit">{t('ui.unit.people')}</span>
        </Box>
        {frames.some(({ companions }) => companions === 'names') ? <Box label={t('site.apply.companions')} hint={t('print.form.companions.hint')} className="tall" /> : null}
        {frames.flatMap(({ id, asks }) => [
          ...asks.questions.map(({ key, kind, label, choices }) => <Asked key={`${id} ${key}`} label={label} choices={kind === 'yes-no' ? [t('asks.yes'), t('asks.no')] : choices} />),
          ...(asks.needs.length === 0 ? [] : [<Asked key={`${id} needs`} label={t('asks.needs')} choices={asks.needs.map((need) => needName(t, need))} />]),
        ])}
        {frames.some(({ asks }) => asks.photos) ? <Asked label={t('asks.photos')} choices={[t('asks.photos.yes'), t('asks.photos.no')]} /> : null}
        {frames.length < 2 ? null : (
          <Box label={t('site.apply.frame')}>
            <ul className="choices">
              {frames.map((frame) => (
                <li key={frame.id}>
                  <TickBox />
                  <span>{frame.name}</span>
                </li>
              ))}
            </ul>
          </Box>
        )}
      </tbody>
    </table>
  );
}

/** A question of the host, with its answers to tick where there are some. */
function Asked({ label, choices }: { readonly label: string; readonly choices: readonly string[] }): ReactElement {
  return (
    <Box label={label}>
      {choices.length === 0 ? null : (
        <ul className="choices">
          {choices.map((each) => (
            <li key={each}>
              <TickBox />
              <span>{each}</span>
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}

interface BoxProps {
  readonly label: string;
  readonly hint?: string;
  readonly className?: string;
  readonly children?: ReactNode;
}

function Box({ label, hint, className, children }: BoxProps): ReactElement {
  return (
    <tr className={className}>
      <th scope="row">
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </th>
      <td>{children}</td>
    </tr>
  );
}

/** Telephone, FAX, by hand: whatever the neighbour has. */
function HandIn({ t, event, code }: { readonly t: Translate; readonly event: SheetFacts; readonly code: ReturnType<typeof codeOn> }): ReactElement {
  const hours = applyHours(t, event);
  return (
    <section className="af-s">
      <div>
        <h2>{t('print.form.hand-in')}</h2>
        <p className="ptl num">{event.contactPhone}</p>
        <p>{contactLine(event)}</p>
        <p className="fax">
          {t('print.form.fax')}
          <span />
        </p>
        {hours === null ? null : (
          <p>
            <b>
              <Lines text={hours} />
            </b>
          </p>
        )}
      </div>
      {isSample(event) ? null : (
        <div className="ci-q">
          <QrCode text={code.text} label={t('ui.qr')} />
          {t('print.form.by-phone')}
          <br />
          {code.spelled}
        </div>
      )}
    </section>
  );
}

/** For whoever types it in. */
function Desk({ t }: { readonly t: Translate }): ReactElement {
  return (
    <section className="af-d">
      <h2>{t('print.form.desk')}</h2>
      <table>
        <tbody>
          <tr>
            {(['day', 'who', 'number'] as const).flatMap((key) => [
              <th key={key} scope="row">
                {t(`print.form.desk.${key}`)}
              </th>,
              <td key={`${key} box`} />,
            ])}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
