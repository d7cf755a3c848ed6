import { Injectable } from '@nestjs/common';
import { AccessLog } from '@yoriai/identity';
import { Config, Db } from '@yoriai/platform';
import { Invitations } from '../invitation/invitation.service.js';
import { LostDevices } from './lost-devices.service.js';
import { Organisations } from '../organisation/organisation.service.js';

/** The office's address in the short links; one ward, one office. */
const WARD_OFFICE_SLUG = 'ward-office';

/** What the person at the command line may do: let the first administrator in. */
@Injectable()
export class Operator {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly organisations: Organisations,
    private readonly invitations: Invitations,
    private readonly log: AccessLog,
    private readonly lostDevices: LostDevices,
  ) {}

  /**
   * Invites a ward administrator by mail and answers the link as well. Makes the ward office when it is
   * missing. Refuses `contact.email` (422).
   */
  async inviteAdmin(email: string): Promise<{ link: string; expiresAt: Date }> {
    return this.db.transaction(async (tx) => {
      const organisationId = (await this.organisations.wardOffice(tx))?.id ?? (await this.organisations.add(tx, this.office()));
      const input = { email, role: 'admin', title: 'システム管理' } as const;
      const { id, token, expiresAt } = await this.invitations.write(tx, organisationId, input, null);
      await this.log.add(tx, { actorPersonId: null, action: 'admin.invited', subject: `invitation:${id}`, reason: 'operator' });
      return { link: `${this.config.publicUrl}/invitation/${token}`, expiresAt };
    });
  }

  /** {@link LostDevices.reset}. */
  resetPasskeys(email: string): Promise<number> {
    return this.lostDevices.reset(email);
  }

  private office() {
    const name = `${this.config.wardName}役所`;
    return { name, kana: name, slug: WARD_OFFICE_SLUG, kind: 'ward-office', areaId: null } as const;
  }
}
