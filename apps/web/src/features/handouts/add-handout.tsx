import { postEventHandout } from '@yoriai/api-client';
import { Button, Icon, TextInput } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { toSend } from '../approvals/photo.js';
import { nameFor, MOST_LETTERS } from './name-of.js';
import { handoutsQuery } from './queries.js';

/** A file is chosen, named, and put on the page; its own name is the first guess. */
export function AddHandout({ eventId }: { readonly eventId: string }): ReactElement {
  const client = useQueryClient();
  const box = useId();
  const [file, choose] = useState<File | null>(null);
  const [name, write] = useState('');
  const [pressed, setPressed] = useState(false);
  const adding = useAct(
    async (chosen: { readonly file: File; readonly name: string }) => postEventHandout(eventId, await toSend(chosen.file), { name: chosen.name }),
    (answer) => void client.setQueryData(handoutsQuery(eventId).queryKey, answer),
  );
  const send = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setPressed(true);
    if (file !== null && name.trim() !== '') adding.act({ file, name: name.trim() });
  };
  const nameless = pressed && file !== null && name.trim() === '' ? sentence('handout.name-required') : undefined;
  return (
    <form noValidate className="mt5" onSubmit={send}>
      <h2>{t('handout.add.title')}</h2>
      <FailureBanner error={adding.error} />
      <p className="mt3">
        <label htmlFor={box} className="btn o m filebox">
          <Icon name="add" />
          {t(file === null ? 'handout.choose' : 'handout.choose.other')}
          <input
            id={box}
            type="file"
            accept="application/pdf,image/jpeg,image/png,image/webp"
            onChange={({ target }) => {
              const chosen = target.files?.[0] ?? null;
              target.value = '';
              if (chosen === null) return;
              choose(chosen);
              write(nameFor(chosen.name, name, file?.name ?? ''));
            }}
          />
        </label>
      </p>
      <p className="sub mt2">{t('handout.hint')}</p>
      {file === null ? null : (
        <>
          <p className="mt3" role="status">{t('handout.chosen', { file: file.name })}</p>
          <TextInput t={t} name="name" need="silent" label={t('handout.name')} hint={t('handout.name.hint')} maxLength={MOST_LETTERS} autoComplete="off" value={name} error={adding.errors['name'] ?? nameless} onChange={({ target }) => write(target.value)} />
          <p className="mt4">
            <Button icon="send">{t(adding.pending ? 'app.sending' : 'handout.add')}</Button>
          </p>
        </>
      )}
    </form>
  );
}
