import type { ReactElement, ReactNode } from 'react';
import { HiddenFields, Lines, NativeSelect, RadioList, TextInput, dateTime, type Translate } from '@yoriai/ui';
import type { ShownEvent } from '../events/shown-event.js';
import { closingsOf, freePlaces, isChosen, isUndrawn, leftTogether, takingFrames, type PublicFrameFacts } from '../events/standing.js';
import { errorOf, type FormState } from '../page/form.js';
import { asksNames, headsBox, isGroups, mostHeads } from './application-form.js';
import { OfSeat, alike } from './seat.js';

interface PlacesProps {
  readonly t: Translate;
  readonly form: FormState;
  readonly focus?: string | undefined;
  readonly event: ShownEvent;
  readonly now: Date;
}

/** Which seat, with what each allows; then of how many, no more than that seat takes. */
export function Places({ t, event, form, now, focus }: PlacesProps): ReactElement {
  const frames = takingFrames(event, now);
  const groups = frames.filter(isGroups);
  const chosen = chosenOf(frames, form);
  const heads = alike(frames.filter((frame) => !asksNames(frame)), (frame) => `${mostHeads(frame)} ${isGroups(frame)}`);
  return (
    <>
      {frames.length === 1 ? (
        <HiddenFields values={{ frameId: frames[0]?.id }} />
      ) : (
        <RadioList
          t={t}
          name="frameId"
          label={t('site.apply.frame')}
          hint={togetherOf(t, frames)}
          defaultValue={chosen?.id}
          error={errorOf(t, form, 'frameId')}
          choices={frames.map((frame) => ({ value: frame.id, label: frame.name, aside: leftOf(t, frame), ...limits(t, frame, frames, event) }))}
        />
      )}
      <OfSeat frames={frames} of={groups}>
        <TextInput t={t} name="groupName" maxLength={60} autoComplete="organization" label={t('asks.group')} hint={t('site.apply.group.hint')} defaultValue={form.values['groupName']} error={errorOf(t, form, 'groupName')} autoFocus={focus === 'groupName'} />
      </OfSeat>
      {heads.map(([kind, of]) => (
        <OfSeat key={kind} frames={frames} of={of}>
          <Heads t={t} form={form} focus={focus} frames={frames} frame={of[0]!} shown={of.some(({ id }) => id === chosen?.id)} />
        </OfSeat>
      ))}
    </>
  );
}

/** The seat that is marked when the page opens: as it was sent, or the first with a place. */
function chosenOf(frames: readonly PublicFrameFacts[], form: FormState): PublicFrameFacts | undefined {
  return frames.find((frame) => frame.id === form.values['frameId']) ?? frames.find((frame) => freePlaces(frame) > 0) ?? frames[0];
}

interface HeadsProps extends Pick<PlacesProps, 't' | 'form' | 'focus'> {
  readonly frames: readonly PublicFrameFacts[];
  readonly frame: PublicFrameFacts;
  /** Is this the box of the seat that is marked? The summary of errors leads to it. */
  readonly shown: boolean;
}

function Heads({ t, form, focus, frames, frame, shown }: HeadsProps): ReactElement {
  const most = mostHeads(frame);
  const name = headsBox(frame, frames);
  if (most === 1) return <HiddenFields values={{ [name]: '1' }} />;
  const counts = Array.from({ length: most }, (_, index) => index + 1);
  const given = Number(form.values['heads']);
  return (
    <NativeSelect
      t={t}
      name={name}
      id={shown ? 'heads' : name}
      width="short"
      label={t('site.apply.heads')}
      hint={t(isGroups(frame) ? 'site.apply.heads.hint.group' : 'site.apply.heads.hint', { max: most })}
      autoFocus={shown && focus === 'heads'}
      defaultValue={String(counts.includes(given) ? given : 1)}
      error={shown ? errorOf(t, form, 'heads') : undefined}
      choices={counts.map((count) => ({ value: String(count), label: t('site.apply.heads.count', { count }) }))}
    />
  );
}

/** What is not the same for all seats: how many may come together, and until when it can be asked for. */
function limits(t: Translate, frame: PublicFrameFacts, frames: readonly PublicFrameFacts[], event: ShownEvent): { hint?: ReactNode } {
  const most = alike(frames, mostHeads).length > 1 ? t('site.apply.frame.most', { max: mostHeads(frame) }) : '';
  const closing = closingsOf({ ...event, frames: [...frames] }).find(({ id }) => id === frame.id);
  const until = closing === undefined ? '' : t('site.event.apply.until', { when: dateTime(t, closing.closesAt) });
  const hint = [most, until].filter(Boolean).join('\n');
  return hint === '' ? {} : { hint: <Lines text={hint} /> };
}

/** あわせてあと102人: what seats have left together, where each by itself looks like more. */
function togetherOf(t: Translate, frames: readonly PublicFrameFacts[]): string | undefined {
  const left = leftTogether(frames);
  return left === null ? undefined : t('site.apply.frame.together', { count: left });
}

function leftOf(t: Translate, frame: PublicFrameFacts): string {
  if (isChosen(frame)) return t('site.apply.frame.chosen');
  if (isUndrawn(frame)) return t('site.apply.frame.lottery');
  const free = freePlaces(frame);
  return free > 0 ? t('site.left.count', { count: free }) : t('site.apply.frame.full');
}
