import { getGetEventFileUrl, postEventFileRemoval, type EventDetail, type EventFile } from '@yoriai/api-client';
import { Button, fileSize, Icon, shortDate } from '@yoriai/ui';
import { useId, useState, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useEventChanged } from '../events/queries.js';
import { toSend } from './photo.js';

interface EvidenceProps {
  readonly eventId: string;
  readonly files: readonly EventFile[];
  readonly mayAttach: boolean;
  readonly send: (file: Blob) => Promise<EventDetail>;
}

/** The photos and papers about one thing, and the way to add one. */
export function Evidence({ eventId, files, mayAttach, send }: EvidenceProps): ReactElement | null {
  const changed = useEventChanged();
  const box = useId();
  const sending = useAct(async ({ file }: { readonly file: File }) => send(await toSend(file)), changed);
  const removal = useAct(({ id }: { readonly id: string }, options) => postEventFileRemoval(eventId, id, options), changed);
  if (files.length === 0 && !mayAttach) return null;
  return (
    <div className="mt2">
      <FailureBanner error={sending.error ?? removal.error} />
      {files.length === 0 ? null : (
        <ul className="files">
          {files.map((file, index) => (
            <Paper key={file.id} eventId={eventId} of={file} name={t(`app.evidence.${file.kind === 'image/jpeg' ? 'photo' : 'paper'}`, { n: index + 1 })} {...(mayAttach && file.mayRemove ? { remove: () => removal.act({ id: file.id }) } : {})} />
          ))}
        </ul>
      )}
      {mayAttach ? (
        <p className="row tight">
          <label htmlFor={box} className="btn t m filebox">
            <Icon name="add" />
            {sending.pending ? t('app.sending') : t('app.evidence.add')}
            <input
              id={box}
              type="file"
              accept="image/jpeg,image/png,image/webp,application/pdf"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = '';
                if (file) sending.act({ file });
              }}
            />
          </label>
          <span className="sub">{t('app.evidence.hint')}</span>
        </p>
      ) : null}
    </div>
  );
}

interface PaperProps {
  readonly eventId: string;
  readonly of: EventFile;
  readonly name: string;
  readonly remove?: () => void;
}

/** A photo is looked at here, a paper is taken along; both are fetched only when somebody wants to see them. */
function Paper({ eventId, of, name, remove }: PaperProps): ReactElement {
  const [open, setOpen] = useState(false);
  const url = getGetEventFileUrl(eventId, of.id);
  return (
    <li>
      {of.kind === 'image/jpeg' ? (
        <Button type="button" kind="text" size="m" aria-expanded={open} onClick={() => setOpen(!open)}>
          {name}
        </Button>
      ) : (
        <a className="btn t m" href={url} download>
          {name}
        </a>
      )}
      <span className="sub num">{t('app.evidence.arrived', { date: shortDate(t, of.at), size: fileSize(of.size) })}</span>
      {remove === undefined ? null : (
        <Button type="button" kind="text" size="m" about={`${name}：`} onClick={remove}>
          {t('app.evidence.remove')}
        </Button>
      )}
      {open ? <img src={url} alt={name} /> : null}
    </li>
  );
}
