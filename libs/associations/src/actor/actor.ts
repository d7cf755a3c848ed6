/** Every role an officer term can carry (domain words: 会員, 班長, 会長・主催担当, 役員, 防災隊長, まちセン, 区担当, 区決裁者, 個人情報管理者, システム管理). */
export const ROLES = [
  'member',
  'block-leader',
  'leader',
  'council-officer',
  'drill-leader',
  'center',
  'staff',
  'approver',
  'privacy-officer',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

/** Who runs the events of an organisation. */
export const LEADING_ROLES: readonly Role[] = ['leader', 'council-officer'];

/** One current officer term of the person who asks. */
export interface Grant {
  termId: string;
  organisationId: string;
  /** Null for organisations of the whole ward. */
  areaId: string | null;
  role: Role;
}

/** Anything but plain membership: it shows other people's data. */
export function isOffice({ role }: Pick<Grant, 'role'>): boolean {
  return role !== 'member';
}

/** The person behind a request, with the rights that their officer terms give them at this moment (JST days). */
export class Actor {
  readonly personId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly grants: readonly Grant[];

  constructor(facts: { personId: string; accountId: string; sessionId: string; name: string; grants: readonly Grant[] }) {
    this.personId = facts.personId;
    this.accountId = facts.accountId;
    this.sessionId = facts.sessionId;
    this.name = facts.name;
    this.grants = facts.grants;
  }

  /** President, organiser or council officer of this organisation: may run its events and see who takes part. */
  leads(organisationId: string): boolean {
    return this.grants.some((grant) => grant.organisationId === organisationId && LEADING_ROLES.includes(grant.role));
  }

  /** Holds one of the roles in this organisation. */
  isIn(organisationId: string, ...roles: Role[]): boolean {
    return this.grants.some((grant) => grant.organisationId === organisationId && (roles.length === 0 || roles.includes(grant.role)));
  }

  /** Holds any of the roles anywhere. */
  has(...roles: Role[]): boolean {
    return this.grants.some((grant) => roles.includes(grant.role));
  }

  /** Ward staff: 区担当 or 区決裁者. */
  isStaff(): boolean {
    return this.has('staff', 'approver');
  }

  /** 区決裁者. */
  isApprover(): boolean {
    return this.has('approver');
  }

  /** 個人情報管理者: reads what left and says how long names stay, and sees nobody's data. */
  isPrivacyOfficer(): boolean {
    return this.has('privacy-officer');
  }

  /** システム管理: accounts and settings, no view of people's data in events. */
  isAdmin(): boolean {
    return this.has('admin');
  }

  /** Any term but a plain membership: may open the App. */
  isOfficer(): boolean {
    return this.grants.some(isOffice);
  }
}
