import { putEventStallCall, type StallCallAsWritten, type StallCallRequest, type StallList } from '@yoriai/api-client';
import { Banner, Button, CheckboxList, TextArea, TextInput } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { wholeNumber } from '../events/numbers.js';
import { plotsFrom, plotsText } from './plots.js';

const KINDS = ['food', 'goods', 'display', 'group'] as const;
type Written = Readonly<Record<'kinds' | 'places' | 'opensOn' | 'closesOn' | 'note' | 'plots', string>>;

const writtenOf = (call: StallCallAsWritten | null): Written => ({
  kinds: (call?.kinds ?? []).join(' '),
  places: call ? String(call.places) : '',
  opensOn: call?.opensOn ?? '',
  closesOn: call?.closesOn ?? '',
  note: call?.note ?? '',
  plots: plotsText(call?.plots ?? []),
});

function read(written: Written, call: StallCallAsWritten | null): { body: StallCallRequest; errors: Record<string, string> } {
  // As long as nobody says another day, it goes by that of the event as before.
  const closesBefore = written.closesOn === (call?.closesOn ?? '') ? (call?.closesBefore ?? null) : null;
  const [places, plots] = [wholeNumber(written.places), plotsFrom(written.plots)];
  const kinds = KINDS.filter((kind) => written.kinds.split(' ').includes(kind));
  const errors: Record<string, string> = {
    ...(kinds.length === 0 ? { kinds: sentence('app.choose-one') } : {}),
    ...(places ? {} : { places: sentence('app.number') }),
    ...(written.closesOn === '' && closesBefore === null ? { closesOn: sentence('app.date') } : {}),
    ...(plots ? {} : { plots: t('app.stalls.plots.wrong') }),
  };
  return { body: { kinds, places: places || 1, opensOn: written.opensOn || null, closesOn: written.closesOn || null, closesBefore, note: written.note.trim() || null, plots: plots ?? [] }, errors };
}

/** Of an event without a day: when it will be. */
const hintOf = (call: StallCallAsWritten | null): { hint?: string } => (call?.closesOn === null && call.closesBefore !== null ? { hint: t('app.stalls.closes.before', { days: call.closesBefore }) } : {});

/** 募集: which stalls, how many, until when, and the numbered plots. */
export function CallForm({ eventId, call, done }: { readonly eventId: string; readonly call: StallCallAsWritten | null; readonly done: (list: StallList) => void }): ReactElement {
  const { value: values, write, sent } = useDraft(`stall-call/${eventId}`, writtenOf(call));
  const [state, setState] = useState<'written' | 'pressed' | 'saved'>('written');
  const saving = useAct(
    (body: StallCallRequest, options) => putEventStallCall(eventId, body, options),
    (list) => {
      sent();
      write(values);
      setState('saved');
      done(list);
    },
  );
  const { body, errors: wrong } = read(values, call);
  const errors = { ...saving.errors, ...(state === 'pressed' ? wrong : {}) };
  const set = (name: keyof Written, text: string): void => {
    setState('written');
    write({ ...values, [name]: text });
  };
  const box = (name: keyof Written) => ({ t, name, value: values[name], ...(errors[name] === undefined ? {} : { error: errors[name] }), onChange: (changed: { target: { value: string } }) => set(name, changed.target.value) });
  const marked = values.kinds.split(' ').filter((each) => each !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setState('pressed');
    if (Object.keys(wrong).length === 0) saving.act(body);
  };
  return (
    <form noValidate onSubmit={submit}>
      {state === 'saved' ? <Banner kind="good" role="status" level={3} className="mb4" title={t('app.stalls.saved')} /> : null}
      {Object.keys(saving.errors).length === 0 ? <FailureBanner error={saving.error} /> : null}
      <FormErrors errors={errors} />
      <CheckboxList
        t={t}
        name="kinds"
        label={t('app.stalls.kinds')}
        {...(errors['kinds'] === undefined ? {} : { error: errors['kinds'] })}
        choices={KINDS.map((value) => ({ value, label: t(`stall.kind.${value}`) }))}
        values={marked}
        onChange={({ target }) => set('kinds', (target.checked ? [...marked, target.value] : marked.filter((each) => each !== target.value)).join(' '))}
      />
      <TextInput {...box('places')} inputMode="numeric" width="short" autoComplete="off" label={t('app.stalls.places')} maxLength={4} />
      <TextInput {...box('opensOn')} need="optional" type="date" width="mid" label={t('app.stalls.opens')} hint={t('app.stalls.opens.hint')} />
      <TextInput {...box('closesOn')} type="date" width="mid" label={t('app.stalls.closes')} {...(call?.closesOn === null ? { need: 'optional' as const } : {})} {...hintOf(call)} />
      <TextArea {...box('note')} need="optional" rows={3} label={t('app.stalls.note')} maxLength={1000} />
      <TextArea {...box('plots')} need="optional" rows={3} label={t('app.stalls.plots')} hint={t('app.stalls.plots.hint')} maxLength={1000} />
      <p className="mt5">
        <Button>{t(saving.pending ? 'app.sending' : 'app.stalls.open')}</Button>
      </p>
    </form>
  );
}
