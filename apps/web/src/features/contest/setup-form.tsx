import { putEventContest, type ContestDetail, type ContestRequest } from '@yoriai/api-client';
import { Banner, Button, CheckboxList, NativeSelect, TextArea, TextInput } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { sentence, t, whyNot } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { wholeNumber } from '../events/numbers.js';
import type { ContestPart } from './contest-screen.js';
import { criteriaFrom } from './reading.js';

type Unit = ContestRequest['divisions'][number]['unit'];

interface Written {
  readonly units: Readonly<Record<string, Unit>>;
  readonly criteria: string;
  readonly scale: string;
  readonly places: string;
}

const writtenOf = ({ contest }: ContestDetail): Written => ({
  units: Object.fromEntries((contest?.divisions ?? []).map(({ frameId, unit }) => [frameId, unit])),
  criteria: (contest?.criteria ?? []).join('\n'),
  scale: String(contest?.scale ?? 5),
  places: String(contest?.places ?? 3),
});

function read({ units, criteria, scale, places }: Written, { frames }: ContestDetail): { body: ContestRequest; errors: Record<string, string> } {
  const divisions = frames.flatMap(({ id: frameId, name }) => (units[frameId] ? [{ frameId, name, unit: units[frameId] }] : []));
  const [words, ranks] = [criteriaFrom(criteria), wholeNumber(places)];
  return {
    body: { divisions, criteria: words, scale: scale === '10' ? 10 : 5, places: ranks || 3 },
    errors: {
      ...(divisions.length === 0 ? { divisions: sentence('app.choose-one') } : {}),
      ...(words.length < 1 || words.length > 5 ? { criteria: sentence('contest.criteria') } : {}),
      ...(ranks && ranks <= 20 ? {} : { places: sentence('app.number') }),
    },
  };
}

/** Which frames are divisions, how their entries are counted, what is judged. */
export function SetupForm({ eventId, detail, done }: ContestPart): ReactElement {
  const { value: written, write, sent } = useDraft(`contest/${eventId}`, writtenOf(detail));
  const [state, setState] = useState<'written' | 'pressed' | 'saved'>('written');
  const saving = useAct(
    (body: ContestRequest, options) => putEventContest(eventId, body, options),
    (saved) => {
      sent();
      write(written);
      setState('saved');
      done(saved);
    },
  );
  const { body, errors: wrong } = read(written, detail);
  const errors: Record<string, string> = { ...saving.errors, ...(state === 'pressed' ? wrong : {}) };
  const set = (change: Partial<Written>): void => {
    setState('written');
    write({ ...written, ...change });
  };
  const why = whyNot(detail.can.change);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setState('pressed');
    if (Object.keys(wrong).length === 0) saving.act(body);
  };
  const box = (name: 'criteria' | 'scale' | 'places') => ({ t, name, value: written[name], ...(errors[name] === undefined ? {} : { error: errors[name] }), onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }) });
  return (
    <section className="ckb" aria-labelledby="contest-setup">
      <h2 id="contest-setup" className="mb3">
        {t('app.contest.setup')}
      </h2>
      {why === undefined ? (
        <form noValidate onSubmit={submit}>
          {state === 'saved' ? <Banner kind="good" role="status" level={3} className="mb4" title={t('app.contest.saved')} /> : null}
          {Object.keys(saving.errors).length === 0 ? <FailureBanner error={saving.error} /> : null}
          <FormErrors errors={errors} />
          <Divisions frames={detail.frames} units={written.units} error={errors['divisions']} set={(units) => set({ units })} />
          <TextArea {...box('criteria')} label={t('app.contest.criteria')} rows={4} maxLength={120} />
          <NativeSelect {...box('scale')} need="silent" width="short" label={t('app.contest.scale')} choices={(['5', '10'] as const).map((value) => ({ value, label: t(`app.contest.scale.${value}`) }))} />
          <TextInput {...box('places')} inputMode="numeric" width="short" autoComplete="off" maxLength={2} label={t('app.contest.places')} />
          <p className="mt5">
            <Button>{t(saving.pending ? 'app.sending' : 'app.contest.save')}</Button>
          </p>
        </form>
      ) : (
        <p>{why}</p>
      )}
    </section>
  );
}

interface DivisionsProps {
  readonly frames: ContestDetail['frames'];
  readonly units: Written['units'];
  readonly error: string | undefined;
  readonly set: (units: Written['units']) => void;
}

function Divisions({ frames, units, error, set }: DivisionsProps): ReactElement {
  const without = (id: string): Written['units'] => Object.fromEntries(Object.entries(units).filter(([frame]) => frame !== id));
  return (
    <>
      <CheckboxList
        t={t}
        name="divisions"
        label={t('app.contest.divisions')}
        hint={t('app.contest.divisions.hint')}
        {...(error === undefined ? {} : { error })}
        choices={frames.map(({ id, name }) => ({ value: id, label: name }))}
        values={Object.keys(units)}
        onChange={({ target }) => set(target.checked ? { ...units, [target.value]: 'person' } : without(target.value))}
      />
      {frames
        .filter(({ id }) => units[id] !== undefined)
        .map(({ id, name }) => (
          <NativeSelect
            key={id}
            t={t}
            name={`unit-${id}`}
            need="silent"
            width="mid"
            label={t('app.contest.unit', { name })}
            value={units[id] ?? 'person'}
            choices={(['person', 'group'] as const).map((value) => ({ value, label: t(`app.contest.unit.${value}`) }))}
            onChange={({ target }) => set({ ...units, [id]: target.value === 'group' ? 'group' : 'person' })}
          />
        ))}
    </>
  );
}
