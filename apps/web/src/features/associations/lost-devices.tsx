import { getAdminPersonPasskeys, postAdminPersonPasskeyReset, type LostDevice, type OfficerAnswer, type StandingBody } from '@yoriai/api-client';
import { Banner, dateWithYear } from '@yoriai/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { useAct } from '../../ui/use-act.js';
import { ReasonForm } from './reason-form.js';

/** Each reading is a line of the access log: asked once for each opening, and by nothing else. */
const devicesQuery = (personId: string) =>
  queryOptions({ queryKey: ['lost-devices', personId], queryFn: ({ signal }) => getAdminPersonPasskeys(personId, { signal }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });

interface LostDevicesProps {
  readonly officer: OfficerAnswer;
  readonly onClose: () => void;
}

/** Removes all devices that an officer signs in by, when they are lost; for an administrator, who sees first which there are. */
export function LostDevices({ officer, onClose }: LostDevicesProps): ReactElement {
  const devices = useQuery(devicesQuery(officer.personId));
  const [removed, setRemoved] = useState<number | null>(null);
  if (removed !== null) return <Banner kind={removed === 0 ? 'note' : 'good'} role="status" title={t(removed === 0 ? 'app.devices.lost.none' : 'app.devices.lost.done', { name: officer.name })} />;
  return (
    <Answer of={devices} inside>
      {({ items }) =>
        items.length === 0 ? <Banner kind="note" role="status" title={t('app.devices.lost.nothing', { name: officer.name })} /> : <Removal officer={officer} devices={items} done={setRemoved} onClose={onClose} />
      }
    </Answer>
  );
}

function Removal({ officer, devices, done, onClose }: LostDevicesProps & { readonly devices: readonly LostDevice[]; readonly done: (removed: number) => void }): ReactElement {
  const [reason, setReason] = useState('');
  const reset = useAct((body: StandingBody, options) => postAdminPersonPasskeyReset(officer.personId, body, options), (answer) => done(answer.removed));
  return (
    <ReasonForm
      title={t('app.devices.lost.title', { name: officer.name })}
      reason={reason}
      write={setReason}
      hint="app.devices.lost.reason.hint"
      yes="app.devices.lost.yes"
      act={reset}
      onYes={() => reset.act({ reason })}
      onClose={onClose}
    >
      <ul className="mb3">
        {devices.map((device) => (
          <li key={device.id} className="num">
            <b>{device.name}</b>
            <br />
            {lineOf(device)}
          </li>
        ))}
      </ul>
      <p className="mb3">{t('app.devices.lost.body')}</p>
    </ReasonForm>
  );
}

function lineOf({ createdAt, lastUsedAt }: LostDevice): string {
  const used = lastUsedAt === null ? t('app.devices.lost.unused') : t('app.devices.lost.used', { when: dateWithYear(t, lastUsedAt) });
  return `${t('app.devices.lost.added', { day: dateWithYear(t, createdAt) })}　${used}`;
}
