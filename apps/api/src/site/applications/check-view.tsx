import type { ReactElement } from 'react';
import type { ApplyRequest } from '@yoriai/events';
import { readablePhone } from '@yoriai/identity';
import { Banner, Button, CheckAnswers, Checkbox, HiddenFields, Steps, bornWords, dateTime, type Translate } from '@yoriai/ui';
import { decisionOf, rainKey } from '../events/rain.js';
import { inList, type ListingQuery } from '../events/listing-query.js';
import type { ShownEvent } from '../events/shown-event.js';
import { countedFrames, freePlaces, isTooLateToAsk, type PublicFrameFacts } from '../events/standing.js';
import { asksMore, saidLines } from './asked.js';
import { guardianLines } from './guardian.js';
import { AboutEvent } from './apply-view.js';

export interface CheckViewProps {
  readonly t: Translate;
  readonly event: ShownEvent;
  readonly application: ApplyRequest;
  /** As typed, to be sent along. */
  readonly values: Readonly<Record<string, string>>;
  readonly token: string;
  /** Where the event was found. */
  readonly list: ListingQuery;
  readonly now: Date;
}

/** Whether these people would wait: not all of them find a place. */
export function wouldWait(application: Pick<ApplyRequest, 'frameId' | 'heads'>, frames: readonly PublicFrameFacts[]): boolean {
  const frame = countedFrames(frames).find((each) => each.id === application.frameId);
  return frame !== undefined && freePlaces(frame) < application.heads;
}

/** Of a group that is too large for them, the places there are; 0 where all of them find one, or nobody does. */
function placesForSome({ frameId, heads }: Pick<ApplyRequest, 'frameId' | 'heads'>, frames: readonly PublicFrameFacts[]): number {
  const frame = countedFrames(frames).find((each) => each.id === frameId);
  const free = frame === undefined ? 0 : freePlaces(frame);
  return free < heads ? free : 0;
}

/** Everything once more, large; each with 「直す」. */
export function CheckView({ t, event, application, values, token, list, now }: CheckViewProps): ReactElement {
  const frames = countedFrames(event.frames);
  const frame = frames.find((each) => each.id === application.frameId);
  const waits = wouldWait(application, frames);
  const some = placesForSome(application, frames);
  const { partIsFine = '', ...sent } = values;
  const answer = (term: string, value: string | undefined, field: string) => ({ term, value, changeButton: { name: '_fix', value: field } });
  const decision = decisionOf(event);
  const rain = rainKey(event);
  return (
    <>
      <AboutEvent t={t} event={event} />
      <h1>{t('site.check.title')}</h1>
      <Steps t={t} at={1} steps={[t('site.apply.step.write'), t('site.apply.step.check'), t('site.apply.step.done')]} />
      <form method="post" action={`/events/${event.slug}/applications${inList(list)}`}>
        <HiddenFields values={{ _key: token, _knows: waits ? 'waitlist' : undefined, ...sent, ...(some > 0 ? {} : { partIsFine }) }} />
        <CheckAnswers
          t={t}
          answers={[
            ...(frames.length > 1 ? [answer(t('site.apply.frame'), frame?.name, 'frameId')] : []),
            ...(application.groupName ? [answer(t('asks.group'), application.groupName, 'groupName')] : []),
            answer(t('site.ticket.heads'), t('site.apply.heads.count', { count: application.heads }), 'heads'),
            answer(t(application.groupName ? 'asks.group.speaker' : 'site.apply.name'), application.name, 'name'),
            answer(t('site.apply.kana'), application.kana, 'kana'),
            ...(application.born === undefined ? [] : [answer(t('asks.born'), bornWords(t, application.born), 'born')]),
            ...(application.companions ?? []).map(({ name, kana, born }, index) =>
              answer(t('events.companion.name', { nth: index + 2 }), `${name}（${kana}）${born === undefined ? '' : `　${bornWords(t, born)}`}`, `companions.${index}.name`),
            ),
            ...(frame && asksMore(frame.asks) ? [answer(t('site.apply.asks'), saidLines(t, frame.asks, application).join('\n'), 'asks')] : []),
            ...(application.photos === undefined ? [] : [answer(t('asks.photos.short'), t(`asks.photos.${application.photos ? 'yes' : 'no'}`), 'photos')]),
            ...(frame?.asks.guardian ? [answer(t('consent.title'), guardianLines(t, application).join('\n'), 'guardian.by')] : []),
            answer(t('site.apply.phone'), application.phone && readablePhone(application.phone), 'phone'),
            answer(t('site.apply.email'), application.email, 'email'),
          ]}
        />
        {waits ? (
          <Banner kind="wait" className="mt5" title={some > 0 ? t('site.check.some', { free: some, heads: application.heads }) : t('site.apply.waitlist')}>
            {some > 0 ? <p>{t('site.check.some.text')}</p> : null}
            {isTooLateToAsk(event, now) ? <p>{t('site.event.full.late')}</p> : null}
          </Banner>
        ) : null}
        {some > 0 ? (
          <div className="mt5">
            <Checkbox name="partIsFine" value="on" label={t('site.check.part', { free: some, rest: application.heads - some })} defaultChecked={partIsFine === 'on'} />
          </div>
        ) : null}
        {decision !== null && new Date(decision) > now && t.has(rain) ? (
          <Banner kind="rain" className="mt5" title={t(rain)}>
            <p>{t('site.check.rain', { when: dateTime(t, decision) })}</p>
          </Banner>
        ) : null}
        <div className="mt6">
          <Button wide>{t(waits && some === 0 ? 'site.check.go-waitlist' : 'site.check.go')}</Button>
        </div>
        <p className="sub mt3">{t('site.check.later')}</p>
      </form>
    </>
  );
}
