import { ApiProperty } from '@nestjs/swagger';
import { ORGANISATION_KINDS, type OrganisationKind, type OrganisationSummary } from './organisation.service.js';

export class OrganisationAnswer {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  kana: string;

  @ApiProperty()
  slug: string;

  @ApiProperty({ enum: ORGANISATION_KINDS })
  kind: OrganisationKind;

  @ApiProperty({ enum: ['active', 'dormant', 'dissolved'] })
  status: 'active' | 'dormant' | 'dissolved';

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: of the whole ward' })
  areaId: string | null;

  @ApiProperty({ type: String, nullable: true })
  areaName: string | null;

  @ApiProperty({ type: String, nullable: true })
  areaSlug: string | null;
}

export function toOrganisationAnswer(organisation: OrganisationSummary): OrganisationAnswer {
  const { id, name, kana, slug, kind, status, areaId, areaName, areaSlug } = organisation;
  return { id, name, kana, slug, kind, status, areaId, areaName, areaSlug };
}
