import type { ReactElement, ReactNode } from 'react';
import { isGratis, type Hazard } from '@yoriai/events';
import { Around, Banner, Facts, HERE, Icon, Lines, PhoneLink, dateTime, hostLang, inBrackets, longDate, timeRange, type IconName, type Translate } from '@yoriai/ui';
import { isHoliday } from './holidays.js';
import { aheadOf, decisionOf, isWhateverRain, rainKey, weatherOf } from './rain.js';
import type { ShownEvent } from './shown-event.js';
import { agesLines, closingsOf, countedFrames, lastCall, totalLine } from './standing.js';

interface PartProps {
  readonly t: Translate;
  readonly event: ShownEvent;
}

/** What happens in the rain, and when that is decided; once that hour is past nothing is promised any more, and nothing is said that nobody decided. Of an event that is on another day already nobody knows a further one, and of one that is said to take place, whole or in part, nothing is left to decide: its rule for rain is no longer what holds. */
export function RainRule({ t, event, moved, now }: PartProps & { readonly moved: boolean; readonly now: Date }): ReactElement | null {
  const key = rainKey(event, moved);
  const decision = aheadOf(decisionOf(event), now);
  const [title, ...more] = [...(t.has(key) ? [t(key)] : []), ...weatherOf(t, event)];
  if (title === undefined || !t.has(rainKey({ ...event, settled: false }, moved))) return null;
  return (
    <Banner kind="rain" title={title} className={isWhateverRain(event) ? 'mt5 whatever-rain' : 'mt5'}>
      {more.map((line) => (
        <p key={line}>
          <b>{line}</b>
        </p>
      ))}
      {decision === null ? undefined : (
        <p>
          <Around text={t('site.event.rain.decide', { when: HERE })}>
            <b className="nb">{dateTime(t, decision)}</b>
          </Around>
          <br />
          {t(countedFrames(event.frames).length > 0 ? 'site.event.rain.told' : 'site.event.rain.told-here')}
        </p>
      )}
    </Banner>
  );
}

/** あらまし, in the order of the ward's newsletter. */
export function EventFacts({ t, event, unfit, alive, map }: PartProps & { readonly unfit: readonly Hazard[]; readonly alive: boolean; readonly map: string }): ReactElement {
  const until = lastCall(event);
  return (
    <section className="sec2" aria-labelledby="facts">
      <h2 id="facts">{t('site.event.facts')}</h2>
      <Facts
        rows={[
          { term: t('site.event.facts.when'), detail: <When t={t} event={event} /> },
          { term: t('site.event.facts.where'), detail: <Where t={t} event={event} unfit={unfit} map={map} /> },
          { term: t('site.event.facts.attend'), detail: attendanceOf(t, event) },
          { term: t('site.event.facts.who'), detail: <Who t={t} event={event} /> },
          { term: t('site.event.facts.capacity'), detail: capacityOf(t, event) },
          { term: t('site.event.facts.fee'), detail: event.feeText ? <Fee t={t} text={event.feeText} /> : null },
          { term: t('site.event.facts.bring'), detail: lines(t, event.bringText) },
          { term: t('site.event.facts.video'), detail: event.videoUrl === null ? null : <Video t={t} url={event.videoUrl} captions={event.videoCaptions} /> },
          { term: t('site.event.facts.apply'), detail: alive ? howToApply(t, event, until) : null },
          { term: t('site.event.facts.contact'), detail: <Contact event={event} /> },
        ]}
      />
    </section>
  );
}

/** Said where one need not come, or cannot. */
function attendanceOf(t: Translate, { attendanceMode: mode }: ShownEvent): string | null {
  return mode === 'online' || mode === 'both' ? t(`site.event.attend.${mode}`) : null;
}

/** A plain link: nothing of another site is loaded before somebody goes there. */
function Video({ t, url, captions }: Pick<PartProps, 't'> & { readonly url: string; readonly captions: boolean | null }): ReactElement {
  return (
    <>
      <a href={url} rel="nofollow noopener noreferrer" className="more">
        {t('site.event.video.see')}
      </a>{' '}
      <span className="sub">{[new URL(url).hostname, captions === null ? '' : t(captions ? 'site.event.video.captions' : 'site.event.video.no-captions')].filter(Boolean).join('　')}</span>
    </>
  );
}

/** What the host wrote; for who reads English also whether it costs anything. */
export function Fee({ t, text }: Pick<PartProps, 't'> & { readonly text: string }): ReactElement {
  const written = <b lang={hostLang(t)}>{text}</b>;
  if (t.lang !== 'en' || !isGratis(text)) return written;
  return (
    <>
      <b>{t('site.find.gratis')}</b> <span lang="ja">{inBrackets(t, text)}</span>
    </>
  );
}

function howToApply(t: Translate, event: ShownEvent, until: string | null): ReactNode {
  const each = closingsOf(event).map(({ name, closesAt }) => t('site.event.apply.until.of', { frame: name, when: dateTime(t, closesAt) }));
  if (each.length > 0) return <Lines text={[t('site.event.facts.apply-here'), ...each].join('\n')} />;
  return <Lines text={until === null ? t('site.event.facts.apply-none') : t('site.event.facts.apply-until', { when: dateTime(t, until) })} />;
}

/** What the host wrote. */
function lines(t: Translate, text: string | null): ReactNode {
  return text ? (
    <span lang={hostLang(t)}>
      <Lines text={text} />
    </span>
  ) : null;
}

/** The day in large letters, above everything else: for those who read little Japanese. */
export function DateBox({ t, event }: PartProps): ReactElement {
  return (
    <section className="paper date-box" aria-labelledby="date-box">
      <h2 id="date-box" className="fs-18">
        {t('site.event.facts.when')}
      </h2>
      <p>
        <When t={t} event={event} />
      </p>
    </section>
  );
}

function When({ t, event }: { readonly t: Translate; readonly event: ShownEvent }): ReactElement {
  return (
    <b className="num">
      {longDate(t, event.startsAt, { holiday: isHoliday(event.startsAt) })}
      <br />
      <span className="nb">{timeRange(t, event.startsAt, event.endsAt)}</span>
    </b>
  );
}

/** 4-9-19 stays on one line: the word joiner (U+2060) forbids a break at its hyphens. */
const wholeNumbers = (address: string): string => address.replace(/(?<=\d)([-－−–ー])(?=\d)/gu, '\u2060$1\u2060');

function Where({ t, event, unfit, map }: PartProps & { readonly unfit: readonly Hazard[]; readonly map: string }): ReactElement {
  return (
    <>
      <Place t={t} event={event} />
      {event.attendanceMode === 'online' ? null : (
        <>
          <br />
          <a href={map} rel="nofollow noopener noreferrer" className="more">
            {t('site.event.map')}
          </a>
        </>
      )}
      {unfit.length === 0 ? null : (
        <>
          <br />
          <span className="sub">{t('site.event.unfit', { hazards: unfit.map((each) => t(`site.event.unfit.${each}`)).join(t.lang === 'en' ? ' or ' : '・') })}</span>
        </>
      )}
    </>
  );
}

function Place({ t, event }: PartProps): ReactElement {
  return (
    <span lang={hostLang(t)}>
      <b>{event.placeName}</b>
      {event.placeAddress ? `（${wholeNumbers(event.placeAddress)}）` : null}
      {event.accessText ? (
        <>
          <br />
          <Lines text={event.accessText} />
        </>
      ) : null}
    </span>
  );
}

/** For whom: what the host wrote or chose, and who may come by age. */
function Who({ t, event }: PartProps): ReactElement | null {
  const ages = agesLines(t, event.frames);
  const guardian = countedFrames(event.frames).some(({ asks }) => asks.guardian) ? <div className="sub">{t('site.apply.guardian.hint')}</div> : null;
  const said = lines(t, event.audienceText) ?? (event.audience === null ? null : t(`events.audience.${event.audience}`));
  if (ages.length === 0) return said === null && guardian === null ? null : <>{said}{guardian}</>;
  return (
    <>
      {said === null ? null : <div>{said}</div>}
      <b>
        <Lines text={ages.join('\n')} />
      </b>
      <br />
      <span className="sub">{t('asks.ages.day')}</span>
      {guardian}
    </>
  );
}

function capacityOf(t: Translate, event: ShownEvent): ReactNode {
  const open = event.frames.filter((frame) => frame.kind !== 'volunteer' && frame.method === 'open');
  const all = [
    ...countedFrames(event.frames).map((frame) => t(`site.event.facts.capacity-${frame.method === 'lottery' || frame.method === 'chosen' ? frame.method : 'line'}`, { name: frame.name, capacity: frame.capacity ?? 0 })),
    ...totalLine(t, event.frames),
    ...open.map((frame) => t('site.event.facts.capacity-open', { name: frame.name })),
  ];
  return all.length === 0 ? null : <Lines text={all.join('\n')} />;
}

/** Whom to ask: body, person, number, hours. */
export function Contact({ event }: { readonly event: ShownEvent }): ReactElement {
  return (
    <>
      {event.organisation.name}
      {event.contactName && event.contactName !== event.organisation.name ? (
        <>
          <br />
          {event.contactName}
        </>
      ) : null}
      {event.contactPhone ? (
        <>
          <br />
          <PhoneLink number={event.contactPhone} small icon={false} />
        </>
      ) : null}
      {event.contactHours ? (
        <>
          <br />
          <span className="sub">{event.contactHours}</span>
        </>
      ) : null}
    </>
  );
}

/** Words in a line of care that a picture can stand for. */
const CARE_ICONS: ReadonlyArray<{ readonly words: RegExp; readonly icon: IconName }> = [
  { words: /車いす|車椅子|段差|スロープ/u, icon: 'wheelchair' },
  { words: /手話|筆談|要約筆記/u, icon: 'signing' },
  { words: /おむつ|授乳|こども|子ども|赤ちゃん|ベビーカー/u, icon: 'child' },
];

/** What is there for those who need something, line by line. */
export function Care({ t, event }: PartProps): ReactElement | null {
  const care = (event.careText ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  if (care.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby="care">
      <h2 id="care">{t('site.event.care')}</h2>
      <ul className="acc">
        {care.map((line) => (
          <li key={line}>
            <Icon name={CARE_ICONS.find(({ words }) => words.test(line))?.icon ?? 'heart'} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
