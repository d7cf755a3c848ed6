import type { CaseDetail, DeputyDraft } from '@yoriai/api-client';
import { NativeSelect, TextInput } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';

interface Deputy {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly written: DeputyDraft;
  readonly write: (deputy: DeputyDraft) => void;
  /** Sent with the decision; null where it is made in one's own place. */
  readonly said: DeputyDraft | null;
  readonly missing: Readonly<Record<string, string>>;
}

/** In whose place the decision is made (代決): nobody's, until somebody is chosen. */
export function useDeputy({ deputies }: CaseDetail): Deputy {
  const [written, write] = useState<DeputyDraft>({ inPlaceOf: '', reason: '' });
  const isMeant = written.inPlaceOf !== '';
  const reason = written.reason.trim();
  return { people: deputies?.people ?? [], written, write, said: isMeant ? { ...written, reason } : null, missing: isMeant && reason === '' ? { 'deputy.reason': sentence('approval.deputy-reason') } : {} };
}

/** For an approver once it has waited five business days; nothing before, and where there is no other. */
export function DeputyBox({ of: { people, written, write }, error }: { readonly of: Deputy; readonly error: string | undefined }): ReactElement | null {
  if (people.length === 0) return null;
  return (
    <details className="dt mt4" open={error === undefined ? undefined : true}>
      <summary>{t('app.deputy.open')}</summary>
      <NativeSelect
        t={t}
        name="deputy"
        need="silent"
        label={t('app.deputy.who')}
        hint={t('app.deputy.hint')}
        value={written.inPlaceOf}
        choices={[{ value: '', label: t('app.deputy.nobody') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={({ target }) => write({ ...written, inPlaceOf: target.value })}
      />
      {written.inPlaceOf === '' ? null : (
        <TextInput t={t} name="deputy.reason" need="required" maxLength={500} label={t('app.deputy.reason')} hint={t('app.deputy.reason.hint')} {...(error === undefined ? {} : { error })} value={written.reason} onChange={({ target }) => write({ ...written, reason: target.value })} />
      )}
    </details>
  );
}
