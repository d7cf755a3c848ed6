import { postApplicationGuardianConsent, type ApplicationLine, type RecordConsentRequest } from '@yoriai/api-client';
import { Button, RadioList, TextInput } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { PhotosBox } from './fields/photos-box.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';

interface RecordConsentProps {
  readonly person: ApplicationLine;
  readonly done: () => Promise<void>;
}

/** A guardian said yes by phone or on paper: who, and how. */
export function RecordConsent({ person, done }: RecordConsentProps): ReactElement {
  const [values, setValues] = useState<RecordConsentRequest | null>(null);
  const recording = useAct((body: RecordConsentRequest, options) => postApplicationGuardianConsent(person.id, body, options), done);
  if (values === null) {
    return (
      <div className="acts">
        <Button type="button" kind="outline" size="m" icon="sheet" about={person.name} onClick={() => setValues({ name: person.guardian?.name ?? '', relation: person.guardian?.relation ?? '', how: 'paper' })}>
          {t('app.people.consent')}
        </Button>
      </div>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    recording.act({ ...values, name: values.name.trim(), relation: values.relation.trim() });
  };
  const box = (name: 'name' | 'relation') => ({
    ...{ t, name, id: `${person.id}-${name}`, value: values[name], autoComplete: 'off' },
    ...(recording.errors[name] === undefined ? {} : { error: recording.errors[name] }),
    onChange: ({ target }: { target: { value: string } }) => setValues({ ...values, [name]: target.value }),
  });
  return (
    <form noValidate className="full mt4" onSubmit={submit}>
      {Object.keys(recording.errors).length === 0 ? <FailureBanner error={recording.error} /> : null}
      <FormErrors errors={recording.errors} />
      <RadioList
        t={t}
        name="how"
        id={`${person.id}-how`}
        label={t('app.people.consent.how')}
        value={values.how}
        choices={(['paper', 'phone'] as const).map((value) => ({ value, label: t(`events.application.channel.${value}`) }))}
        onChange={({ target }) => setValues({ ...values, how: target.value === 'phone' ? 'phone' : 'paper' })}
      />
      <TextInput {...box('name')} label={t('consent.name')} maxLength={100} />
      <TextInput {...box('relation')} label={t('consent.relation')} hint={t('consent.relation.hint')} width="short" maxLength={20} />
      {person.photos === null ? null : <PhotosBox id={`${person.id}-photos`} value={values.photos === undefined ? '' : values.photos ? 'yes' : 'no'} onChange={(photos) => setValues({ ...values, photos: photos === 'yes' })} />}
      <div className="btns mt4">
        <Button size="m">{t(recording.pending ? 'app.sending' : 'app.people.consent.save')}</Button>
        <Button type="button" kind="text" size="m" onClick={() => setValues(null)}>
          {t('app.not-now')}
        </Button>
      </div>
    </form>
  );
}
