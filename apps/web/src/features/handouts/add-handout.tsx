import { postEventHandout } from '@yoriai/api-client';
import { Banner, Button, Icon, TextInput } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { toSend } from '../approvals/photo.js';
import { nameFor, MOST_LETTERS } from './name-of.js';
import { handoutsQuery } from './queries.js';
import { fileRefusal } from './refused-file.js';

/** A file is chosen, named, and put on the page; its own name is the first guess. */
export function AddHandout({ eventId }: { readonly eventId: string }): ReactElement {
  const client = useQueryClient();
  const [file, choose] = useState<File | null>(null);
  const [name, write] = useState('');
  const [pressed, setPressed] = useState(false);
  const [refused, refuse] = useState<string>();
  const adding = useAct(
    (chosen: { readonly sent: Blob; readonly name: string }) => postEventHandout(eventId, chosen.sent, { name: chosen.name }),
    (answer) => void client.setQueryData(handoutsQuery(eventId).queryKey, answer),
  );
  const send = async (): Promise<void> => {
    setPressed(true);
    if (file === null || name.trim() === '') return;
    const sent = await toSend(file);
    const why = fileRefusal(sent, false);
    refuse(why);
    if (why === undefined) adding.act({ sent, name: name.trim() });
  };
  const take = (chosen: File): void => {
    const why = fileRefusal(chosen);
    refuse(why);
    if (why !== undefined) return;
    choose(chosen);
    write(nameFor(chosen.name, name, file?.name ?? ''));
  };
  const nameless = pressed && file !== null && name.trim() === '' ? sentence('handout.name-required') : undefined;
  return (
    <form
      noValidate
      className="mt5"
      onSubmit={(submitted: FormEvent) => {
        submitted.preventDefault();
        void send();
      }}
    >
      <h2>{t('handout.add.title')}</h2>
      <FailureBanner error={adding.error} />
      {refused === undefined ? null : <Banner kind="bad" className="mt4" title={sentence(refused)} role="alert" />}
      <Chooser again={file !== null} chosen={take} />
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

/** The button that opens the device's files. */
function Chooser({ again, chosen }: { readonly again: boolean; readonly chosen: (file: File) => void }): ReactElement {
  const box = useId();
  return (
    <p className="mt3">
      <label htmlFor={box} className="btn o m filebox">
        <Icon name="add" />
        {t(again ? 'handout.choose.other' : 'handout.choose')}
        <input
          id={box}
          type="file"
          accept="application/pdf,image/jpeg,image/png,image/webp"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file) chosen(file);
          }}
        />
      </label>
    </p>
  );
}
