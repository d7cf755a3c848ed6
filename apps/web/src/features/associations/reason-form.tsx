import { Button, TextArea, type TextKey } from '@yoriai/ui';
import type { FormEvent, ReactElement, ReactNode } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';

export interface ReasonFormProps {
  readonly title: string;
  /** What comes of it, and what else is asked. */
  readonly children: ReactNode;
  readonly reason: string;
  readonly write: (reason: string) => void;
  readonly hint: TextKey;
  /** What the red button says. */
  readonly yes: TextKey;
  readonly act: { readonly error: unknown; readonly errors: Readonly<Record<string, string>>; readonly pending: boolean };
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** What ends something for somebody else: asked once more, with the reason. */
export function ReasonForm({ title, children, reason, write, hint, yes, act, onYes, onClose }: ReasonFormProps): ReactElement {
  const { errors } = act;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onYes();
  };
  return (
    <form noValidate className="ask note" onSubmit={submit}>
      <h3 className="mb3">{title}</h3>
      {Object.keys(errors).length === 0 ? <FailureBanner error={act.error} /> : null}
      <FormErrors errors={errors} />
      {children}
      <TextArea
        t={t}
        name="reason"
        label={t('app.org.end.reason')}
        hint={t(hint)}
        rows={2}
        maxLength={500}
        value={reason}
        {...(errors['reason'] ? { error: errors['reason'] } : {})}
        onChange={(box) => write(box.target.value)}
      />
      <div className="btns mt4">
        <Button kind="stop" size="m">
          {t(act.pending ? 'app.sending' : yes)}
        </Button>
        <Button type="button" kind="text" size="m" onClick={onClose}>
          {t('app.not-now')}
        </Button>
      </div>
    </form>
  );
}
