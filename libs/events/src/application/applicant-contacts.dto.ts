import { ApiProperty } from '@nestjs/swagger';

/** What is left of those who applied once their names were removed. */
export class NamesRemoved {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'Those that had a place to the end' }) applications: number;
  @ApiProperty({ description: 'How many came with them' }) heads: number;
}

/** How one applicant is reached. */
export class ApplicantContact {
  @ApiProperty({ format: 'uuid', description: 'Of the application' }) id: string;
  @ApiProperty({ description: 'Of which reading of the application it is the contact' }) read: string;
  @ApiProperty({ type: String, nullable: true, description: 'Digits only' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
}

export class ApplicantContacts {
  @ApiProperty({ type: [ApplicantContact] }) items: ApplicantContact[];
}
