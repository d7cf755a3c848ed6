import { postShiftProxyAssignment, type EnteredHand, type EnterHandRequest, type EventShiftResponse } from '@yoriai/api-client';
import { Banner, Button, PaperBox, RadioList, TextInput } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { emptyHand, handRequest, takesHands, type HandValues } from './hand.js';

const CHANNELS = ['phone', 'desk', 'paper'] as const;

export interface HandFormProps {
  readonly eventId: string;
  readonly shift: EventShiftResponse;
  /** One form is open at a time. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Somebody said yes by telephone: the leader puts them on this shift. */
export function HandForm({ eventId, shift, open, onOpen }: HandFormProps): ReactElement {
  const client = useQueryClient();
  const [values, setValues] = useState<HandValues>(emptyHand());
  const [entered, setEntered] = useState<EnteredHand>();
  const entry = useAct(
    (body: EnterHandRequest, options) => postShiftProxyAssignment(shift.id, body, options),
    async (answer, body) => {
      setEntered(answer);
      setValues(emptyHand(body.channel));
      onOpen(false);
      await client.invalidateQueries({ queryKey: ['event', eventId] });
    },
  );
  const start = (): void => {
    setEntered(undefined);
    entry.reset();
    onOpen(true);
  };
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    entry.act(handRequest(values));
  };
  return (
    <>
      {entered ? (
        <Banner kind="good" role="status" className="mt3" title={t('app.shifts.entered', { name: entered.name })}>
          <p>{t(entered.letter ? 'app.shifts.entered.letter' : 'app.shifts.entered.call')}</p>
        </Banner>
      ) : null}
      {open ? (
        <form noValidate className="mt4" aria-labelledby={`hand-${shift.id}`} onSubmit={submit}>
          <FormHeading id={`hand-${shift.id}`} text={t('app.shifts.enter.title', { duty: shift.duty })} />
          {Object.keys(entry.errors).length === 0 ? <FailureBanner error={entry.error} /> : null}
          <FormErrors errors={entry.errors} />
          <Boxes values={values} errors={entry.errors} set={(change) => setValues({ ...values, ...change })} />
          <div className="mt5">
            <PaperBox>
              <p>{t('app.shifts.enter.purpose')}</p>
            </PaperBox>
          </div>
          <p className="btns mt4">
            <Button>{t(entry.pending ? 'app.sending' : 'app.shifts.enter.button')}</Button>
            <Button type="button" kind="text" onClick={() => onOpen(false)}>
              {t('app.not-now')}
            </Button>
          </p>
        </form>
      ) : takesHands(shift, new Date()) ? (
        <p className="mt3">
          <Button type="button" kind="outline" size="m" about={shift.duty} onClick={start}>
            {t('app.shifts.enter')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

/** Takes the focus when the form appears in the place of the button that opened it. */
function FormHeading({ id, text }: { readonly id: string; readonly text: string }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} id={id} tabIndex={-1} className="mb3">
      {text}
    </h3>
  );
}

interface BoxesProps {
  readonly values: HandValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly set: (change: Partial<HandValues>) => void;
}

function Boxes({ values, errors, set }: BoxesProps): ReactElement {
  const box = (name: keyof HandValues) => ({
    ...{ t, name, value: values[name] },
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
    // Of another name it is another question.
    onChange: (changed: { target: { value: string } }) => set({ [name]: changed.target.value, ...(name === 'name' && { same: '' }) }),
  });
  return (
    <>
      <RadioList {...box('channel')} label={t('app.proxy.channel')} choices={CHANNELS.map((value) => ({ value, label: t(`events.application.channel.${value}`) }))} />
      <TextInput {...box('name')} label={t('app.proxy.name')} maxLength={100} autoComplete="off" />
      <TextInput {...box('kana')} label={t('app.proxy.kana')} hint={t('app.proxy.kana.hint')} maxLength={100} autoComplete="off" />
      {errors['same'] === undefined && values.same === '' ? null : <RadioList {...box('same')} label={t('app.shifts.enter.same')} choices={[{ value: 'same', label: t('app.shifts.enter.same.yes') }, { value: 'other', label: t('app.shifts.enter.same.no') }]} />}
      <TextInput {...box('phone')} label={t('app.proxy.phone')} hint={t('app.proxy.phone.hint')} need="optional" type="tel" inputMode="tel" width="mid" autoComplete="off" />
      <TextInput {...box('email')} label={t('app.proxy.email')} need="optional" type="email" inputMode="email" autoComplete="off" />
    </>
  );
}
