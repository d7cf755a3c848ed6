import { postAdminPersonPasskeyReset, type OfficerAnswer, type StandingBody } from '@yoriai/api-client';
import { Banner, Button, TextArea } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';

/** Removes all devices that an officer signs in by, when they are lost; for an administrator, with the reason. */
export function LostDevices({ officer, onClose }: { readonly officer: OfficerAnswer; readonly onClose: () => void }): ReactElement {
  const [reason, setReason] = useState('');
  const [removed, setRemoved] = useState<number | null>(null);
  const reset = useAct((body: StandingBody, options) => postAdminPersonPasskeyReset(officer.personId, body, options), (answer) => setRemoved(answer.removed));
  const { errors } = reset;
  if (removed !== null) return <Banner kind={removed === 0 ? 'note' : 'good'} role="status" title={t(removed === 0 ? 'app.devices.lost.none' : 'app.devices.lost.done', { name: officer.name })} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    reset.act({ reason });
  };
  return (
    <form noValidate className="ask note" onSubmit={submit}>
      <h3 className="mb3">{t('app.devices.lost.title', { name: officer.name })}</h3>
      <p className="mb3">{t('app.devices.lost.body')}</p>
      {Object.keys(errors).length === 0 ? <FailureBanner error={reset.error} /> : null}
      <FormErrors errors={errors} />
      <TextArea
        t={t}
        name="reason"
        label={t('app.org.end.reason')}
        hint={t('app.devices.lost.reason.hint')}
        rows={2}
        maxLength={500}
        value={reason}
        {...(errors['reason'] ? { error: errors['reason'] } : {})}
        onChange={(box) => setReason(box.target.value)}
      />
      <div className="btns mt4">
        <Button kind="stop" size="m">
          {t(reset.pending ? 'app.sending' : 'app.devices.lost.yes')}
        </Button>
        <Button type="button" kind="text" size="m" onClick={onClose}>
          {t('app.not-now')}
        </Button>
      </div>
    </form>
  );
}
