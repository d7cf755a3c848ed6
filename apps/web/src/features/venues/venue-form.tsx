import { patchVenue, postVenue, type AreaAnswer, type VenueAnswer, type VenueRequest } from '@yoriai/api-client';
import { Banner, Button, CheckboxList, NativeSelect, TextArea, TextInput, areaName } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ComponentProps, type FormEvent, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { venuesQuery } from '../events/queries.js';

export const VENUE_KINDS = ['park', 'school', 'hall', 'condominium', 'other'] as const;
const REFUGES = ['shelter', 'gathering', 'wide'] as const;
const HAZARDS = ['tsunami', 'flood', 'earthquake', 'fire'] as const;

type Written = Record<'name' | 'kana' | 'kind' | 'partOf' | 'address' | 'capacity' | 'refuge' | 'areaId' | 'unfitFor' | 'note', string>;

const writtenOf = (of: VenueAnswer | undefined): Written => ({
  name: of?.name ?? '',
  kana: of?.kana ?? '',
  kind: of?.kind ?? 'park',
  partOf: of?.partOf ?? '',
  address: of?.address ?? '',
  capacity: of?.capacity?.toString() ?? '',
  refuge: of?.refuge ?? '',
  areaId: of?.areaId ?? '',
  unfitFor: of?.unfitFor.join(' ') ?? '',
  note: of?.note ?? '',
});

const orNone = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const numberIn = (text: string): number | null => (text.trim() === '' ? null : Number(text.normalize('NFKC').replace(/[,，人]/g, '')));

function bodyOf(values: Written): VenueRequest {
  const unfitFor = HAZARDS.filter((each) => values.unfitFor.split(' ').includes(each));
  return { name: values.name.trim(), kana: values.kana.trim(), kind: values.kind as VenueRequest['kind'], partOf: orNone(values.partOf), address: orNone(values.address), capacity: numberIn(values.capacity), refuge: REFUGES.find((each) => each === values.refuge) ?? null, areaId: orNone(values.areaId), unfitFor, note: orNone(values.note) };
}

interface VenueFormProps {
  readonly of: VenueAnswer | undefined;
  readonly all: readonly VenueAnswer[];
  readonly areas: readonly AreaAnswer[];
}

/** A place that is added, or what is known of one that is on the list. What has parts, or is one, is no whole to be a part of. */
export function VenueForm({ of, all, areas }: VenueFormProps): ReactElement {
  const client = useQueryClient();
  const { value: values, write, sent } = useDraft(`venue/${of?.name ?? ''}`, writtenOf(of));
  const [saved, setSaved] = useState<string>();
  const saving = useAct(
    ({ name, ...body }: VenueRequest, options) => (of ? patchVenue(of.name, { ...body, version: of.version }, options) : postVenue({ name, ...body }, options)),
    async (answer) => {
      setSaved(answer.name);
      sent();
      await client.invalidateQueries({ queryKey: venuesQuery.queryKey });
      if (of) write(writtenOf(answer));
    },
  );
  const wrong: Record<string, string> = Number.isNaN(numberIn(values.capacity)) ? { capacity: sentence('field.isInt') } : {};
  const errors: Record<string, string> = { ...saving.errors, ...wrong };
  const set = (name: keyof Written, text: string): void => {
    setSaved(undefined);
    write({ ...values, [name]: text });
  };
  const box = (name: keyof Written) => ({ t, name, value: values[name], ...(errors[name] === undefined ? {} : { error: errors[name] }), onChange: (changed: { target: { value: string } }) => set(name, changed.target.value) });
  const unfit = values.unfitFor.split(' ').filter((each) => each !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (Object.keys(wrong).length === 0) saving.act(bodyOf(values));
  };
  return (
    <form noValidate onSubmit={submit}>
      {saved === undefined ? null : <Banner kind="good" role="status" level={3} className="mb4" title={`${t('app.venues.saved')}：${saved}`} />}
      {Object.keys(saving.errors).length === 0 ? <FailureBanner error={saving.error} /> : null}
      <FormErrors errors={saving.errors} />
      {of ? null : <TextInput {...box('name')} autoComplete="off" label={t('app.venues.name')} hint={t('app.venues.name.hint')} maxLength={60} />}
      <TextInput {...box('kana')} autoComplete="off" label={t('app.venues.kana')} maxLength={100} />
      <NativeSelect {...box('kind')} width="mid" label={t('app.venues.kind')} choices={VENUE_KINDS.map((value) => ({ value, label: t(`app.venues.kind.${value}`) }))} />
      <PartOf of={of} all={all} box={box('partOf')} />
      <TextInput {...box('address')} autoComplete="off" need="optional" label={t('app.venues.address')} maxLength={120} />
      <TextInput {...box('capacity')} autoComplete="off" need="optional" inputMode="numeric" width="short" label={t('app.venues.capacity')} maxLength={9} />
      <NativeSelect {...box('refuge')} need="optional" label={t('app.venues.refuge')} hint={t('app.venues.refuge.hint')} choices={[{ value: '', label: t('app.venues.refuge.none') }, ...REFUGES.map((value) => ({ value, label: t(`refuge.kind.${value}`) }))]} />
      <NativeSelect {...box('areaId')} need="optional" width="mid" label={t('app.venues.area')} choices={[{ value: '', label: t('app.venues.area.ward') }, ...areas.map((area) => ({ value: area.id, label: areaName(t, area) }))]} />
      <CheckboxList
        t={t}
        name="unfitFor"
        need="optional"
        label={t('app.venues.unfit')}
        choices={HAZARDS.map((value) => ({ value, label: t(`app.venues.unfit.${value}`) }))}
        values={unfit}
        onChange={({ target }) => set('unfitFor', (target.checked ? [...unfit, target.value] : unfit.filter((each) => each !== target.value)).join(' '))}
      />
      <TextArea {...box('note')} need="optional" rows={2} label={t('app.venues.note')} maxLength={300} />
      <p className="mt5">
        <Button>{t(saving.pending ? 'app.sending' : 'app.venues.save')}</Button>
      </p>
    </form>
  );
}

type Box = Pick<ComponentProps<typeof NativeSelect>, 't' | 'name' | 'value' | 'error' | 'onChange'>;

/** Of which place it is a part; not asked of what has parts itself. */
function PartOf({ of, all, box }: Pick<VenueFormProps, 'of' | 'all'> & { readonly box: Box }): ReactElement | null {
  if (of && all.some(({ partOf }) => partOf === of.name)) return null;
  const wholes = all.filter(({ name, partOf }) => partOf === null && name !== of?.name);
  const choices = [{ value: '', label: t('app.venues.part-of.none') }, ...wholes.map(({ name }) => ({ value: name, label: name }))];
  return <NativeSelect {...box} need="optional" label={t('app.venues.part-of')} hint={t('app.venues.part-of.hint')} choices={choices} />;
}
